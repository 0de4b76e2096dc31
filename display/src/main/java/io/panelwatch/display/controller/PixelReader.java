package io.panelwatch.display.controller;

/**
 * Puts the bytes of a memory write together to pixels, in the format of PIXSET (8.2.33).
 *
 * <p>16 bits come as RGB565, high byte first, and are widened to the memory's 18 by repeating the
 * high bit below the low one, as the interface does by default (EPF, 8.3.29); 18 bits come as three
 * bytes with six bits each at the top.
 */
final class PixelReader {

  static final int BITS_16 = 5;
  static final int BITS_18 = 6;

  private int format = BITS_18;
  private int pending;
  private int held;
  private int rgb;

  /**
   * Sets the pixel format: DBI[2:0] of PIXSET.
   *
   * @throws ProtocolViolation for anything but 16 and 18 bits
   */
  void format(int dbi) {
    if (dbi != BITS_16 && dbi != BITS_18) {
      throw new ProtocolViolation(
          "PIXSET asks for pixel format " + dbi + ", which is neither 5 (16 bit) nor 6 (18 bit)",
          Command.PIXSET.section());
    }
    format = dbi;
  }

  /** DBI[2:0] as it stands. */
  int dbi() {
    return format;
  }

  /** Drops what was begun. */
  void begin() {
    pending = 0;
    held = 0;
  }

  /** Takes one byte; whether {@link #rgb} is a new whole pixel now. */
  boolean take(int value) {
    pending = pending << 8 | value;
    held++;
    if (held < (format == BITS_16 ? 2 : 3)) {
      return false;
    }
    rgb =
        format == BITS_16 ? from565(pending) : from666(pending >> 18, pending >> 10, pending >> 2);
    begin();
    return true;
  }

  /** Whether a pixel was begun and not ended. */
  boolean insidePixel() {
    return held > 0;
  }

  /** The last whole pixel, 0xRRGGBB. */
  int rgb() {
    return rgb;
  }

  private static int from565(int pixel) {
    int red = pixel >> 11 & 0x1F;
    int blue = pixel & 0x1F;
    return from666(red << 1 | red >> 4, pixel >> 5, blue << 1 | blue >> 4);
  }

  private static int from666(int red, int green, int blue) {
    return widened(red) << 16 | widened(green) << 8 | widened(blue);
  }

  /** Six bits as eight, so that full is 255. */
  private static int widened(int six) {
    int bits = six & 0x3F;
    return bits << 2 | bits >> 4;
  }
}
