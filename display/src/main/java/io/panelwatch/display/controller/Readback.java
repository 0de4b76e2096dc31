package io.panelwatch.display.controller;

import java.nio.ByteBuffer;

/**
 * What a controller answers to a command that reads.
 *
 * @param dummyClocks clocks between the opcode and the answer in which the line says nothing
 * @param bits how long the answer is, 8..32
 * @param value the answer, its last bit lowest
 */
record Readback(int dummyClocks, int bits, int value) {

  private static final int NORMAL_MODE_ON = 0x08;

  /**
   * The registers that are told.
   *
   * @param dbi the pixel format of the serial interface, DBI[2:0]
   */
  record Status(
      boolean sleepOut,
      boolean displayOn,
      boolean inverted,
      boolean tearingEffectOn,
      int madctl,
      int dbi) {}

  /** Whether an opcode is one that reads. */
  static boolean covers(int opcode) {
    return opcode >= 0x09 && opcode <= 0x0C;
  }

  /**
   * The answer to an opcode. Eight bits follow at once, 32 bits after one dummy clock (ILI9341
   * datasheet V1.11, 7.1.10).
   */
  static Readback of(int opcode, Status status) {
    return switch (opcode) {
      case 0x09 -> new Readback(1, 32, displayStatus(status));
      case 0x0A -> new Readback(0, 8, powerMode(status));
      case 0x0B -> new Readback(0, 8, status.madctl & 0xFC);
      case 0x0C -> new Readback(0, 8, status.dbi);
      default -> throw new ProtocolViolation("0x%02X reads nothing".formatted(opcode), "8.1");
    };
  }

  /** Fills the buffer: dummy clocks, answer, zeros. */
  void answer(ByteBuffer into) {
    for (int clock = 0; into.hasRemaining(); clock += 8) {
      int octet = 0;
      for (int i = 0; i < 8; i++) {
        octet = octet << 1 | bit(clock + i - dummyClocks);
      }
      into.put((byte) octet);
    }
  }

  private int bit(int index) {
    return index < 0 || index >= bits ? 0 : value >>> (bits - 1 - index) & 1;
  }

  /** RDDPM, 8.2.5: booster and sleep-out rise together here. */
  private static int powerMode(Status status) {
    return NORMAL_MODE_ON | (status.sleepOut ? 0x90 : 0) | (status.displayOn ? 0x04 : 0);
  }

  /** RDDST, 8.2.4. */
  private static int displayStatus(Status status) {
    return (status.sleepOut ? 1 << 31 | 1 << 17 : 0)
        | (status.madctl >> 2) << 25
        | status.dbi << 20
        | 1 << 16
        | (status.inverted ? 1 << 13 : 0)
        | (status.displayOn ? 1 << 10 : 0)
        | (status.tearingEffectOn ? 1 << 9 : 0);
  }
}
