package io.panelwatch.display;

import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.profile.Rotation;

/**
 * Turns a picture into the bytes of a controller whose memory has pages: each holds eight rows of a
 * column, the top one in its lowest bit (SSD1306 data sheet 8.7).
 *
 * <p>A pixel is lit when it is brighter than half: its luma, weighed as in BT.601, decides. What
 * the controller cannot turn itself is turned here. Nothing is allocated.
 */
final class MonoRaster {

  private static final int ROWS_PER_PAGE = 8;

  /** Luma of white in the units below, halved. */
  private static final int HALF = (299 * 31 * 2 + 587 * 63 + 114 * 31 * 2) / 2;

  private final Rotation turn;
  private final int glassWidth;
  private final Frame cells;

  /** A raster of a glass of this size in pixels, its picture turned by that much. */
  MonoRaster(int glassWidth, int glassHeight, Rotation turn) {
    this.turn = turn;
    this.glassWidth = glassWidth;
    this.cells = new Frame(glassWidth, (glassHeight + ROWS_PER_PAGE - 1) / ROWS_PER_PAGE);
  }

  /** The picture in cells, one page a row; overwritten by the next call. */
  Frame cells(Frame picture) {
    short[] out = cells.pixels();
    short[] in = picture.pixels();
    int glassHeight = turn.swapsSides() ? picture.width() : picture.height();
    int first = firstPixel(picture);
    int right = stepRight(picture);
    int down = stepDown(picture);
    for (int page = 0; page < cells.height(); page++) {
      int rows = Math.min(ROWS_PER_PAGE, glassHeight - page * ROWS_PER_PAGE);
      for (int column = 0; column < glassWidth; column++) {
        int at = first + page * ROWS_PER_PAGE * down + column * right;
        int bits = 0;
        for (int row = 0; row < rows; row++) {
          bits |= lit(in[at + row * down]) << row;
        }
        out[page * glassWidth + column] = (short) bits;
      }
    }
    return cells;
  }

  /** Where the pixel is that stands in the glass's top left corner. */
  private int firstPixel(Frame picture) {
    int width = picture.width();
    int last = width * picture.height() - 1;
    return switch (turn) {
      case BY_0 -> 0;
      case BY_90 -> last - width + 1;
      case BY_180 -> last;
      case BY_270 -> width - 1;
    };
  }

  /** How far on the pixel is that stands to the right of one on the glass. */
  private int stepRight(Frame picture) {
    return switch (turn) {
      case BY_0 -> 1;
      case BY_90 -> -picture.width();
      case BY_180 -> -1;
      case BY_270 -> picture.width();
    };
  }

  /** How far on the pixel is that stands below one on the glass. */
  private int stepDown(Frame picture) {
    return switch (turn) {
      case BY_0 -> picture.width();
      case BY_90 -> 1;
      case BY_180 -> -picture.width();
      case BY_270 -> -1;
    };
  }

  private static int lit(short rgb565) {
    int luma =
        299 * 2 * (rgb565 >> 11 & 0x1F) + 587 * (rgb565 >> 5 & 0x3F) + 114 * 2 * (rgb565 & 0x1F);
    return luma > HALF ? 1 : 0;
  }
}
