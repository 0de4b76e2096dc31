package io.panelwatch.display.controller;

/**
 * The commands of the ILI9341 that this decoder takes, with how many parameter bytes each wants and
 * the section of the datasheet (V1.11) that describes it.
 *
 * <p>Commands that change the picture in a way that is not modelled (partial mode, scrolling, the
 * colour table) and those that read are left out on purpose: they are refused like unknown ones.
 */
enum Command {
  NOP(0x00, 0, "8.2.1"),
  SWRESET(0x01, 0, "8.2.2"),
  SLPIN(0x10, 0, "8.2.11"),
  SLPOUT(0x11, 0, "8.2.12"),
  NORON(0x13, 0, "8.2.14"),
  DINVOFF(0x20, 0, "8.2.15"),
  DINVON(0x21, 0, "8.2.16"),
  GAMSET(0x26, 1, "8.2.17"),
  DISPOFF(0x28, 0, "8.2.18"),
  DISPON(0x29, 0, "8.2.19"),
  CASET(0x2A, 4, "8.2.20"),
  PASET(0x2B, 4, "8.2.21"),
  RAMWR(0x2C, Command.PIXELS, "8.2.22"),
  TEOFF(0x34, 0, "8.2.27"),
  TEON(0x35, 1, "8.2.28"),
  MADCTL(0x36, 1, "8.2.29"),
  IDMOFF(0x38, 0, "8.2.31"),
  PIXSET(0x3A, 1, "8.2.33"),
  WRITE_MEMORY_CONTINUE(0x3C, Command.PIXELS, "8.2.34"),
  WRDISBV(0x51, 1, "8.2.38"),
  WRCTRLD(0x53, 1, "8.2.40"),
  WRCABC(0x55, 1, "8.2.42"),
  FRMCTR1(0xB1, 2, "8.3.2"),
  FRMCTR2(0xB2, 2, "8.3.3"),
  FRMCTR3(0xB3, 2, "8.3.4"),
  INVTR(0xB4, 1, "8.3.5"),
  PRCTR(0xB5, 4, "8.3.6"),
  DISCTRL(0xB6, 3, "8.3.7"),
  ETMOD(0xB7, 1, "8.3.8"),
  PWCTRL1(0xC0, 1, "8.3.17"),
  PWCTRL2(0xC1, 1, "8.3.18"),
  VMCTRL1(0xC5, 2, "8.3.19"),
  VMCTRL2(0xC7, 1, "8.3.20"),
  POWER_CONTROL_A(0xCB, 5, "8.4.1"),
  POWER_CONTROL_B(0xCF, 3, "8.4.2"),
  PGAMCTRL(0xE0, 15, "8.3.25"),
  NGAMCTRL(0xE1, 15, "8.3.26"),
  DRIVER_TIMING_A(0xE8, 3, "8.4.3"),
  DRIVER_TIMING_B(0xEA, 2, "8.4.5"),
  POWER_ON_SEQUENCE(0xED, 4, "8.4.6"),
  ENABLE_3G(0xF2, 1, "8.4.7"),
  PUMP_RATIO(0xF7, 1, "8.4.8");

  /** In place of a count: pixels follow, as many as the window holds. */
  static final int PIXELS = -1;

  private static final Command[] BY_OPCODE = new Command[256];

  static {
    for (Command command : values()) {
      BY_OPCODE[command.opcode] = command;
    }
  }

  private final int opcode;
  private final int parameters;
  private final String section;

  Command(int opcode, int parameters, String section) {
    this.opcode = opcode;
    this.parameters = parameters;
    this.section = section;
  }

  /** The command of an opcode. */
  static Command of(int opcode) {
    Command command = BY_OPCODE[opcode];
    if (command == null) {
      throw new ProtocolViolation(
          "0x%02X is no command that changes what this decoder models".formatted(opcode), "8.1");
    }
    return command;
  }

  /** Parameter bytes wanted, or {@link #PIXELS}. */
  int parameters() {
    return parameters;
  }

  String section() {
    return section;
  }
}
