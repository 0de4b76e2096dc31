package io.panelwatch.display.controller;

import io.panelwatch.display.controller.DcsChip.WindowRule;

/**
 * The pixels of a controller and the window that a memory write fills.
 *
 * <p>Columns and pages of the bus become cells of the memory by MADCTL: MV exchanges the two, then
 * MX counts the memory's columns and MY its pages from the other end. So with MV the column address
 * runs over the memory's pages and the page address over its columns.
 */
final class GraphicsRam {

  private static final int MY = 0x80;
  private static final int MX = 0x40;
  private static final int MV = 0x20;

  private final DcsChip chip;
  private final int[] cells;
  private int madctl;
  private int startColumn;
  private int endColumn;
  private int startPage;
  private int endPage;
  private int column;
  private int page;
  private boolean full;
  private boolean moved = true;
  private boolean columnsAreNew;
  private boolean pagesAreNew;

  /** Power on: what the memory holds then is random. */
  GraphicsRam(DcsChip chip) {
    this.chip = chip;
    this.cells = new int[chip.columns() * chip.pages()];
    var noise = new Noise();
    for (int i = 0; i < cells.length; i++) {
      cells[i] = noise.next() & 0xFFFFFF;
    }
    resetWindow();
  }

  int madctl() {
    return madctl;
  }

  void madctl(int value) {
    madctl = value;
    moved = true;
  }

  /** The window after a reset: all of it, as MADCTL stands. */
  void resetWindow() {
    startColumn = 0;
    endColumn = columns() - 1;
    startPage = 0;
    endPage = pages() - 1;
    moved = true;
    columnsAreNew = false;
    pagesAreNew = false;
  }

  void columns(DcsCommand caset, int start, int end) {
    requireRange(caset, start, end, columns());
    startColumn = start;
    endColumn = end;
    moved = true;
    columnsAreNew = true;
  }

  void pages(DcsCommand paset, int start, int end) {
    requireRange(paset, start, end, pages());
    startPage = start;
    endPage = end;
    moved = true;
    pagesAreNew = true;
  }

  /** RAMWR: the next pixel goes into the window's first cell. */
  void rewind(DcsCommand ramwr) {
    requireRange(ramwr, startColumn, endColumn, columns());
    requireRange(ramwr, startPage, endPage, pages());
    if (chip.windowRule() == WindowRule.SENT_EACH_TIME && !(columnsAreNew && pagesAreNew)) {
      throw violation("CASET and PASET must both come before each memory write", ramwr);
    }
    column = startColumn;
    page = startPage;
    full = false;
    moved = false;
    columnsAreNew = false;
    pagesAreNew = false;
  }

  /** Continued write: the next pixel goes behind the last one of the same window. */
  void resume(DcsCommand ramwrc) {
    if (moved) {
      throw violation(
          "the window or MADCTL was set after the last pixel, so there is none to continue behind",
          ramwrc);
    }
  }

  /**
   * Stores the next pixel of a memory write. The real ones begin the window anew when more pixels
   * come than it holds; nobody means that.
   *
   * @param rgb 0xRRGGBB
   */
  void store(DcsCommand write, int rgb) {
    if (full) {
      throw violation(
          "a pixel came after the last one of the window (%d..%d, %d..%d), where it would begin anew"
              .formatted(startColumn, endColumn, startPage, endPage),
          write);
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
    return cells[memoryPage * chip.columns() + memoryColumn];
  }

  private int cell(int busColumn, int busPage) {
    boolean exchanged = (madctl & MV) != 0;
    int memoryColumn = exchanged ? busPage : busColumn;
    int memoryPage = exchanged ? busColumn : busPage;
    if ((madctl & MX) != 0) {
      memoryColumn = chip.columns() - 1 - memoryColumn;
    }
    if ((madctl & MY) != 0) {
      memoryPage = chip.pages() - 1 - memoryPage;
    }
    return memoryPage * chip.columns() + memoryColumn;
  }

  private int columns() {
    return (madctl & MV) != 0 ? chip.pages() : chip.columns();
  }

  private int pages() {
    return (madctl & MV) != 0 ? chip.columns() : chip.pages();
  }

  private void requireRange(DcsCommand command, int start, int end, int size) {
    if (start > end || end >= size) {
      throw violation(
          "%d..%d is not a range within 0..%d".formatted(start, end, size - 1), command);
    }
  }

  private ProtocolViolation violation(String what, DcsCommand command) {
    return new ProtocolViolation(what, chip.commands().source(command));
  }
}
