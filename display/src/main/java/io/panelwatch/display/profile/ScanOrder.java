package io.panelwatch.display.profile;

/**
 * Which way the controller's refresh runs through the picture as it is turned: a picture that is
 * written the same way, behind the scan, does not tear.
 *
 * <p>A DCS controller scans the pages of its memory in rising order (MADCTL bit 4, ML, turns that
 * round). What a page is in the picture follows from MADCTL: a row, or, with MV, a column; MY
 * counts pages from the far end. The glass plays no part in it: GS and its kin move which gate line
 * a page comes out on, not when.
 *
 * <p>The SSD1306 family scans COM lines from row 0 of its memory on, whichever end of the glass
 * {@code C0} or {@code C8} puts row 0 at (SSD1306 rev 1.5, 10.1.14).
 */
public enum ScanOrder {
  /** Rows, the top one first. */
  TOP_TO_BOTTOM,
  /** Rows, the bottom one first. */
  BOTTOM_TO_TOP,
  /** Columns, the left one first. */
  LEFT_TO_RIGHT,
  /** Columns, the right one first. */
  RIGHT_TO_LEFT;

  private static final int MY = 0x80;
  private static final int MV = 0x20;
  private static final int ML = 0x10;

  /** The scan of a DCS controller through a picture that was written with this MADCTL. */
  static ScanOrder ofMadctl(int madctl) {
    boolean backwards = (madctl & MY) != 0 ^ (madctl & ML) != 0;
    if ((madctl & MV) != 0) {
      return backwards ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
    }
    return backwards ? BOTTOM_TO_TOP : TOP_TO_BOTTOM;
  }

  /** Whether it runs from column to column instead of from row to row. */
  public boolean alongColumns() {
    return this == LEFT_TO_RIGHT || this == RIGHT_TO_LEFT;
  }
}
