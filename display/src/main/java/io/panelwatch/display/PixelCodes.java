package io.panelwatch.display;

import io.panelwatch.hal.Framebuffer;

/**
 * RGB565 pixels as the numbers that a framebuffer's layout means by them, looked up by their high
 * and their low byte.
 *
 * <p>A channel's bits are repeated below it where the layout has more, so that full is full, and
 * cut off where it has fewer; either works on each bit by itself, which is why two tables of 256
 * can be put together. Bits that belong to no colour are set: where they are a transparency, it is
 * none.
 */
final class PixelCodes {

  private static final int BYTES = 256;

  private final int[] ofHighByte = new int[BYTES];
  private final int[] ofLowByte = new int[BYTES];

  PixelCodes(Framebuffer.Layout layout) {
    int noColour =
        ~(mask(layout.red()) | mask(layout.green()) | mask(layout.blue()))
            & (int) ((1L << layout.bitsPerPixel()) - 1);
    for (int bits = 0; bits < BYTES; bits++) {
      ofHighByte[bits] = noColour | colours(layout, bits << Byte.SIZE);
      ofLowByte[bits] = colours(layout, bits);
    }
  }

  /** The number of a pixel; its bits above those of the layout are 0. */
  int of(short rgb565) {
    return ofHighByte[rgb565 >> Byte.SIZE & 0xFF] | ofLowByte[rgb565 & 0xFF];
  }

  /** Whether the numbers are the pixels themselves. */
  static boolean areRgb565(Framebuffer.Layout layout) {
    return layout.bitsPerPixel() == Short.SIZE
        && layout.red().equals(new Framebuffer.Channel(11, 5))
        && layout.green().equals(new Framebuffer.Channel(5, 6))
        && layout.blue().equals(new Framebuffer.Channel(0, 5));
  }

  private static int colours(Framebuffer.Layout layout, int rgb565) {
    int red = rgb565 >> 11 & 0x1F;
    int green = rgb565 >> 5 & 0x3F;
    int blue = rgb565 & 0x1F;
    return placed(layout.red(), red << 3 | red >> 2)
        | placed(layout.green(), green << 2 | green >> 4)
        | placed(layout.blue(), blue << 3 | blue >> 2);
  }

  private static int placed(Framebuffer.Channel channel, int eightBits) {
    return (eightBits >> (Byte.SIZE - channel.length())) << channel.offset();
  }

  private static int mask(Framebuffer.Channel channel) {
    return ((1 << channel.length()) - 1) << channel.offset();
  }
}
