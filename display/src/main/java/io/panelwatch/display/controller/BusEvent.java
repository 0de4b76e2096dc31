package io.panelwatch.display.controller;

/** What can happen on the wire to a panel, each with the byte that stands for it in a recording. */
enum BusEvent {
  /** Bytes with D/CX low. */
  COMMAND('c'),
  /** Bytes with D/CX high. */
  DATA('d'),
  /** Bytes with D/CX low in a transfer that also received: perhaps an opcode and its answer. */
  READ('q'),
  /** A whole message to an I2C slave, control bytes included. */
  MESSAGE('m'),
  /** RESX fell. */
  RESET_LOW('r'),
  /** RESX rose. */
  RESET_HIGH('R'),
  /** A call failed: how much of it went out is unknown. */
  BROKEN('x');

  private static final BusEvent[] ALL = values();

  private final byte code;

  BusEvent(char code) {
    this.code = (byte) code;
  }

  byte code() {
    return code;
  }

  static BusEvent of(byte code) {
    for (BusEvent event : ALL) {
      if (event.code == code) {
        return event;
      }
    }
    throw new IllegalArgumentException("no bus event has the code " + code);
  }
}
