package io.panelwatch.display.scene;

/** What a {@link Widget.TestCard} shows, and which faults of a panel are seen on it. */
public enum TestPattern {
  /**
   * A frame on the outermost pixels, 1 to 4 in the corners clockwise from the top left with the 1
   * inverse, a cross in the middle and the size in pixels. A missing side is a wrong size or RAM
   * offset, a corner out of place a wrong rotation, a mirrored digit a swapped axis.
   */
  EDGES,
  /**
   * From the left red, green, blue, white, black, cyan, magenta and yellow, each with the first
   * letter of its name but K for black; on a mono panel dark (K) and lit (W). An R on blue is a
   * wrong colour order, a K on white a wrong inversion.
   */
  COLOURS,
  /**
   * Ramps of grey, red, green and blue, one below the other, in all steps of RGB565 where there are
   * 64 columns; on a mono panel one of dots, from none to all of 4 x 4. Bands, or a ramp that falls
   * back, are lost or swapped bits.
   */
  GRADIENTS,
  /**
   * A checkerboard, upright lines and level lines, one pixel each, and a plain field: 0xAAAA, which
   * changes the data line at every clock; on a mono panel a checkerboard of two pixels. Specks, and
   * colours where none should be, are bits that were lost: the clock is too fast.
   */
  FINE_LINES
}
