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

  private final PictureTurn turn;
  private final int glassWidth;
  private final int glassHeight;
  private final Frame cells;

  /** A raster of a glass of this size in pixels, its picture turned by that much. */
  MonoRaster(int glassWidth, int glassHeight, Rotation turn) {
    this.turn = new PictureTurn(glassWidth, glassHeight, turn);
    this.glassWidth = glassWidth;
    this.glassHeight = glassHeight;
    this.cells = new Frame(glassWidth, (glassHeight + ROWS_PER_PAGE - 1) / ROWS_PER_PAGE);
  }

  /** The picture in cells, one page a row; overwritten by the next call. */
  Frame cells(Frame picture) {
    short[] out = cells.pixels();
    short[] in = picture.pixels();
    int first = turn.first();
    int right = turn.right();
    int down = turn.down();
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

  private static int lit(short rgb565) {
    int luma =
        299 * 2 * (rgb565 >> 11 & 0x1F) + 587 * (rgb565 >> 5 & 0x3F) + 114 * 2 * (rgb565 & 0x1F);
    return luma > HALF ? 1 : 0;
  }
}
