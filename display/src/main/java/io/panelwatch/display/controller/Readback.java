package io.panelwatch.display.controller;

import java.nio.ByteBuffer;

/**
 * What a controller of the MIPI display command set answers over its 4-line serial interface.
 *
 * <p>Eight bits follow the opcode at once, 32 bits one dummy clock later (ILI9341 V1.11, 7.1.10;
 * ST7735 V1.7, 9.3; the kernel's {@code mipi_dbi_typec3_command_read} does it for all of them).
 *
 * @param dummyClocks clocks between the opcode and the answer in which the line says nothing
 * @param bits how long the answer is, 8 or 32
 * @param value the answer, its last bit lowest
 */
record Readback(int dummyClocks, int bits, int value) {

  private static final int RDDST = 0x09;
  private static final int RDDPM = 0x0A;
  private static final int RDDMADCTL = 0x0B;
  private static final int RDDCOLMOD = 0x0C;
  private static final int RDDSM = 0x0E;

  /**
   * The registers that are told.
   *
   * @param colmod the bits of the pixel format that can be read
   */
  record Status(
      boolean sleepOut,
      boolean displayOn,
      boolean inverted,
      boolean tearingEffectOn,
      int madctl,
      int colmod) {}

  /** Whether an opcode is one that reads. */
  static boolean covers(int opcode) {
    return (opcode >= RDDST && opcode <= RDDCOLMOD) || opcode == RDDSM;
  }

  /** The answer to one of those. */
  static Readback of(int opcode, Status status) {
    return switch (opcode) {
      case RDDST -> new Readback(1, 32, displayStatus(status));
      case RDDPM -> new Readback(0, 8, powerMode(status));
      case RDDMADCTL -> new Readback(0, 8, status.madctl);
      case RDDCOLMOD -> new Readback(0, 8, status.colmod);
      case RDDSM -> new Readback(0, 8, status.tearingEffectOn ? 0x80 : 0);
      default -> throw new IllegalArgumentException("nothing is read by " + opcode);
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

  /** Booster and sleep-out rise together here; the normal mode is never left. */
  private static int powerMode(Status status) {
    return 0x08 | (status.sleepOut ? 0x90 : 0) | (status.displayOn ? 0x04 : 0);
  }

  /** Booster, MADCTL, pixel format, sleep, normal mode, inversion, display, tearing effect. */
  private static int displayStatus(Status status) {
    return (status.sleepOut ? 1 << 31 | 1 << 17 : 0)
        | (status.madctl >> 2) << 25
        | (status.colmod & 0x07) << 20
        | 1 << 16
        | (status.inverted ? 1 << 13 : 0)
        | (status.displayOn ? 1 << 10 : 0)
        | (status.tearingEffectOn ? 1 << 9 : 0);
  }
}
