package io.panelwatch.display.controller;

import io.panelwatch.display.controller.DcsCommand.Effect;
import java.util.HashMap;
import java.util.Map;

/**
 * The commands that a controller takes.
 *
 * <p>Those that change the picture in a way that is not modelled (partial mode, scrolling, idle
 * mode, the colour table) are left out on purpose: they are refused like unknown ones.
 */
final class CommandTable {

  private final String datasheet;
  private final Map<Integer, DcsCommand> byOpcode = new HashMap<>();

  private CommandTable(String datasheet) {
    this.datasheet = datasheet;
  }

  /** The commands of the MIPI display command set that every family here has. */
  static CommandTable common(String datasheet) {
    return new CommandTable(datasheet)
        .add(0x00, "NOP", 0)
        .add(0x01, "SWRESET", 0, Effect.SOFT_RESET)
        .add(0x10, "SLPIN", 0, Effect.SLEEP_IN)
        .add(0x11, "SLPOUT", 0, Effect.SLEEP_OUT)
        .add(0x13, "NORON", 0)
        .add(0x20, "INVOFF", 0, Effect.INVERSION_OFF)
        .add(0x21, "INVON", 0, Effect.INVERSION_ON)
        .add(0x28, "DISPOFF", 0, Effect.DISPLAY_OFF)
        .add(0x29, "DISPON", 0, Effect.DISPLAY_ON)
        .add(0x2A, "CASET", 4, Effect.COLUMN_ADDRESS)
        .add(0x2B, "PASET", 4, Effect.PAGE_ADDRESS)
        .add(0x2C, "RAMWR", 0, Effect.MEMORY_WRITE)
        .add(0x34, "TEOFF", 0, Effect.TEARING_OFF)
        .add(0x35, "TEON", 1, Effect.TEARING_ON)
        .add(
            0x36,
            "MADCTL",
            1,
            Effect.ADDRESS_MODE,
            Limit.bits(0, 0x17, 0, "the refresh orders ML and MH are not modelled"))
        .add(0x38, "IDMOFF", 0)
        .add(0x3A, "COLMOD", 1, Effect.PIXEL_FORMAT);
  }

  /** Those that the larger families have too: continued writes and the brightness block. */
  CommandTable withContinueAndBrightness() {
    return add(0x3C, "RAMWRC", 0, Effect.MEMORY_CONTINUE)
        .add(0x51, "WRDISBV", 1)
        .add(0x53, "WRCTRLD", 1)
        .add(0x55, "WRCABC", 1)
        .add(0x5E, "WRCABCMB", 1);
  }

  /** A command that changes nothing that is modelled. */
  CommandTable add(int opcode, String name, int parameters) {
    return add(opcode, name, parameters, Effect.NONE);
  }

  /** The same, where some of its settings would. */
  CommandTable add(int opcode, String name, int parameters, Limit limit) {
    return add(opcode, name, parameters, Effect.NONE, limit);
  }

  /** The same with a number of parameters that may vary. */
  CommandTable add(int opcode, String name, int least, int most) {
    return add(new DcsCommand(opcode, name, least, most, Effect.NONE, Limit.NONE));
  }

  /** The command of an opcode. */
  DcsCommand of(int opcode) {
    DcsCommand command = byOpcode.get(opcode);
    if (command == null) {
      throw new ProtocolViolation(
          "0x%02X is no command that changes what is modelled here".formatted(opcode), datasheet);
    }
    return command;
  }

  /** The document and heading that describes a command. */
  String source(DcsCommand command) {
    return datasheet + ", " + command;
  }

  String datasheet() {
    return datasheet;
  }

  private CommandTable add(int opcode, String name, int parameters, Effect effect) {
    return add(opcode, name, parameters, effect, Limit.NONE);
  }

  private CommandTable add(int opcode, String name, int parameters, Effect effect, Limit limit) {
    return add(new DcsCommand(opcode, name, parameters, parameters, effect, limit));
  }

  private CommandTable add(DcsCommand command) {
    if (byOpcode.put(command.opcode(), command) != null) {
      throw new IllegalStateException(command + " is twice in the table of " + datasheet);
    }
    return this;
  }
}
