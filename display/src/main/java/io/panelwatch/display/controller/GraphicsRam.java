package io.panelwatch.display.controller;

/**
 * The 240 x 320 pixels of the ILI9341 and the window that a memory write fills.
 *
 * <p>Columns and pages of the bus become cells of the memory by MADCTL (8.2.29, 9.3): MV exchanges
 * the two, then MX counts the memory's columns and MY its pages from the other end. So with MV the
 * column address runs to 319 and the page address to 239.
 */
final class GraphicsRam {

  static final int COLUMNS = 240;
  static final int PAGES = 320;

  private static final int MY = 0x80;
  private static final int MX = 0x40;
  private static final int MV = 0x20;

  private final int[] cells = new int[COLUMNS * PAGES];
  private int madctl;
  private int startColumn;
  private int endColumn = COLUMNS - 1;
  private int startPage;
  private int endPage = PAGES - 1;
  private int column;
  private int page;
  private boolean full;
  private boolean moved = true;

  /** Power on: what the memory holds then is random (8.2.22), here a noise that is always alike. */
  GraphicsRam() {
    int noise = 0x2545F491;
    for (int i = 0; i < cells.length; i++) {
      noise ^= noise << 13;
      noise ^= noise >>> 17;
      noise ^= noise << 5;
      cells[i] = noise & 0xFFFFFF;
    }
  }

  int madctl() {
    return madctl;
  }

  void madctl(int value) {
    madctl = value;
    moved = true;
  }

  /** The window after a reset: all of it, as MADCTL stands (8.2.20, 8.2.21). */
  void resetWindow() {
    startColumn = 0;
    endColumn = columns() - 1;
    startPage = 0;
    endPage = pages() - 1;
    moved = true;
  }

  /** CASET. */
  void columns(int start, int end) {
    requireRange(Command.CASET, start, end, columns());
    startColumn = start;
    endColumn = end;
    moved = true;
  }

  /** PASET. */
  void pages(int start, int end) {
    requireRange(Command.PASET, start, end, pages());
    startPage = start;
    endPage = end;
    moved = true;
  }

  /** RAMWR: the next pixel goes into the window's first cell. */
  void rewind() {
    requireRange(Command.CASET, startColumn, endColumn, columns());
    requireRange(Command.PASET, startPage, endPage, pages());
    column = startColumn;
    page = startPage;
    full = false;
    moved = false;
  }

  /** WRITE_MEMORY_CONTINUE: the next pixel goes behind the last one of the same window. */
  void resume() {
    if (moved) {
      throw new ProtocolViolation(
          "the window or MADCTL was set after the last pixel, so there is none to continue behind",
          Command.WRITE_MEMORY_CONTINUE.section());
    }
  }

  /**
   * Stores the next pixel of a memory write.
   *
   * @param rgb 0xRRGGBB
   */
  void store(int rgb) {
    if (full) {
      throw new ProtocolViolation(
          "a pixel came after the last one of the window (%d..%d, %d..%d), where it would begin anew"
              .formatted(startColumn, endColumn, startPage, endPage),
          Command.RAMWR.section());
    }
    cells[cell(column, page)] = rgb;
    column++;
    if (column > endColumn) {
      column = startColumn;
      page++;
      full = page > endPage;
    }
  }

  /** The colour of a cell, by its place in the memory and not on the bus. */
  int rgb(int memoryColumn, int memoryPage) {
    return cells[memoryPage * COLUMNS + memoryColumn];
  }

  private int cell(int busColumn, int busPage) {
    boolean exchanged = (madctl & MV) != 0;
    int memoryColumn = exchanged ? busPage : busColumn;
    int memoryPage = exchanged ? busColumn : busPage;
    if ((madctl & MX) != 0) {
      memoryColumn = COLUMNS - 1 - memoryColumn;
    }
    if ((madctl & MY) != 0) {
      memoryPage = PAGES - 1 - memoryPage;
    }
    return memoryPage * COLUMNS + memoryColumn;
  }

  private int columns() {
    return (madctl & MV) != 0 ? PAGES : COLUMNS;
  }

  private int pages() {
    return (madctl & MV) != 0 ? COLUMNS : PAGES;
  }

  private static void requireRange(Command command, int start, int end, int size) {
    if (start > end || end >= size) {
      throw new ProtocolViolation(
          "%s %d..%d is not a range within 0..%d".formatted(command, start, end, size - 1),
          command.section());
    }
  }
}
