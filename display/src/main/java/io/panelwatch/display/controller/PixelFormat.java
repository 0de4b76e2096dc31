package io.panelwatch.display.controller;

/** How a pixel comes over the serial interface: the low three bits of COLMOD. */
enum PixelFormat {
  /** RGB565 in two bytes, the high one first. */
  BITS_16(5, 2),
  /** Three bytes with six bits each at the top: red, green, blue. */
  BITS_18(6, 3);

  private final int dbi;
  private final int bytes;

  PixelFormat(int dbi, int bytes) {
    this.dbi = dbi;
    this.bytes = bytes;
  }

  int dbi() {
    return dbi;
  }

  int bytes() {
    return bytes;
  }
}
