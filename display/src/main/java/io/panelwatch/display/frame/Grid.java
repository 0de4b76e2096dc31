package io.panelwatch.display.frame;

/**
 * Cells taken together, as powers of two.
 *
 * @param columnsLog of the columns that are one
 * @param rowsLog of the rows that are one
 */
record Grid(int columnsLog, int rowsLog) {

  /** Each cell by itself. */
  static final Grid CELLS = new Grid(0, 0);

  private static final int COLUMNS_LOG = 3;
  private static final int MAX_ROWS_LOG = 3;

  /** A place on the grid is no more than this part of a window's worth, if it can be. */
  private static final int PART = 8;

  /** As coarse as does no harm where a window is worth that many cells. */
  static Grid forWindowsOf(int cells) {
    int rows = (cells / PART) >> COLUMNS_LOG;
    if (rows == 0) {
      return CELLS;
    }
    return new Grid(
        COLUMNS_LOG, Math.min(MAX_ROWS_LOG, Integer.SIZE - 1 - Integer.numberOfLeadingZeros(rows)));
  }

  int column(int cell) {
    return cell >> columnsLog;
  }

  int row(int cell) {
    return cell >> rowsLog;
  }

  /** The place after the last one that holds a cell before this one. */
  int columnAfter(int end) {
    return ((end - 1) >> columnsLog) + 1;
  }

  int rowAfter(int end) {
    return ((end - 1) >> rowsLog) + 1;
  }

  /** Cells of so many columns of the grid. */
  int cellsAcross(int columns) {
    return columns << columnsLog;
  }

  /** Cells of so many rows of the grid. */
  int cellsDown(int rows) {
    return rows << rowsLog;
  }
}
