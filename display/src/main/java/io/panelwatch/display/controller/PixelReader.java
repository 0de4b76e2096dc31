package io.panelwatch.display.controller;

/**
 * Puts the bytes of a memory write together to pixels.
 *
 * <p>16 bits are widened to the memory's 18 by repeating the high bit below the low one, which the
 * interfaces do by default; the memory's six bits a colour are told as eight.
 */
final class PixelReader {

  private PixelFormat format = PixelFormat.BITS_18;
  private int pending;
  private int held;
  private int rgb;

  /** Sets the format of what comes, and drops what was begun. */
  void format(PixelFormat newFormat) {
    format = newFormat;
    begin();
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
    if (held < format.bytes()) {
      return false;
    }
    rgb =
        switch (format) {
          case BITS_16 -> from565(pending);
          case BITS_18 -> from666(pending >> 18, pending >> 10, pending >> 2);
        };
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
