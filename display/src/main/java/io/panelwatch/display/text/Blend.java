package io.panelwatch.display.text;

/**
 * Mixes two RGB565 colours by a coverage of 0 to 15, in integers.
 *
 * <p>The coverage becomes a weight of 0 to 32: {@code w = (32 c + 7) / 15}. The channels are spread
 * over an int with room between them (green in the high half, red and blue in the low half), and
 * all three are mixed by one multiplication: {@code out = back + ((ink - back) * w >> 5)}, each
 * channel rounded down. Coverage 0 gives exactly the background and 15 exactly the ink.
 */
public final class Blend {

  /** Green at bits 21 to 26, red at 11 to 15, blue at 0 to 4. */
  private static final int SPREAD = 0x07E0F81F;

  private Blend() {}

  /**
   * The mixed colour.
   *
   * @param back RGB565, all of it at coverage 0
   * @param ink RGB565, all of it at coverage 15
   * @param coverage 0 to 15
   */
  public static short rgb565(short back, short ink, int coverage) {
    int weight = (32 * coverage + 7) / 15;
    int from = spread(back);
    int mixed = (from + (((spread(ink) - from) * weight) >> 5)) & SPREAD;
    return (short) (mixed | (mixed >>> 16));
  }

  private static int spread(short rgb565) {
    int value = rgb565 & 0xFFFF;
    return (value | (value << 16)) & SPREAD;
  }
}
