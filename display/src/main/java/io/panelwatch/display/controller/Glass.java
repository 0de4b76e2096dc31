package io.panelwatch.display.controller;

/**
 * The glass that a maker bonded to a controller of the MIPI display command set, held upright.
 *
 * @param width columns
 * @param height rows
 * @param firstColumn the memory's first column that has a dot
 * @param firstPage the memory's first page that has a dot
 * @param origin the corner of the glass at which those two meet
 * @param filters the order of the colour filters along a row
 * @param liquid what a dot without voltage lets through
 */
record Glass(
    int width,
    int height,
    int firstColumn,
    int firstPage,
    Corner origin,
    Filters filters,
    Liquid liquid) {

  private static final int MADCTL_BGR = 0x08;

  /** A corner of the upright glass. */
  enum Corner {
    TOP_LEFT(false, false),
    TOP_RIGHT(true, false),
    BOTTOM_RIGHT(true, true);

    private final boolean right;
    private final boolean bottom;

    Corner(boolean right, boolean bottom) {
      this.right = right;
      this.bottom = bottom;
    }
  }

  /** The filters in the order of the controller's outputs; MADCTL must ask for the same. */
  enum Filters {
    RGB,
    BGR
  }

  /** White wants INVOFF for true colours, black (IPS) wants INVON. */
  enum Liquid {
    NORMALLY_WHITE,
    NORMALLY_BLACK
  }

  Picture dark() {
    return new Picture(width, height, new int[width * height]);
  }

  /** What is seen with that memory behind the glass. */
  Picture seen(GraphicsRam ram, boolean inversionOn) {
    boolean exchanged = ((ram.madctl() & MADCTL_BGR) != 0) != (filters == Filters.BGR);
    boolean negative = inversionOn != (liquid == Liquid.NORMALLY_BLACK);
    int[] rgb = new int[width * height];
    for (int y = 0; y < height; y++) {
      int page = firstPage + (origin.bottom ? height - 1 - y : y);
      for (int x = 0; x < width; x++) {
        int column = firstColumn + (origin.right ? width - 1 - x : x);
        int stored = ram.rgb(column, page);
        int filtered = exchanged ? redBlueExchanged(stored) : stored;
        rgb[y * width + x] = negative ? ~filtered & 0xFFFFFF : filtered;
      }
    }
    return new Picture(width, height, rgb);
  }

  private static int redBlueExchanged(int rgb) {
    return (rgb & 0x00FF00) | (rgb >> 16 & 0xFF) | (rgb & 0xFF) << 16;
  }
}
