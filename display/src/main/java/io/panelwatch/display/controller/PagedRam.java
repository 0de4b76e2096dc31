package io.panelwatch.display.controller;

/**
 * Eight pages of bytes, each a column of eight dots, the lowest bit on top; and the place at which
 * the next byte is stored.
 *
 * <pre>
 *   page mode         right, to the end of the page            page, low and high column address
 *   horizontal mode   right, then to the next page             column range, page range
 *   vertical mode     down, then to the next column            column range, page range
 * </pre>
 *
 * <p>Behind its last byte the real pointer jumps back to the first; nobody means that, so it is
 * refused until the address is set again. So are data before the whole address of the mode was set.
 */
final class PagedRam {

  static final int PAGES = 8;

  /** How the pointer moves: the values of the SSD1306's Set Memory Addressing Mode. */
  enum Mode {
    HORIZONTAL,
    VERTICAL,
    PAGE
  }

  private final int columns;
  private final byte[] bytes;
  private Mode mode = Mode.PAGE;
  private int startColumn;
  private int endColumn;
  private int startPage;
  private int endPage;
  private int column;
  private int page;
  private boolean columnIsSet;
  private boolean highColumnIsSet;
  private boolean pageIsSet;
  private boolean full;

  /** Power on: what the memory holds then is random. */
  PagedRam(int columns) {
    this.columns = columns;
    this.bytes = new byte[PAGES * columns];
    var noise = new Noise();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) noise.next();
    }
    reset();
  }

  /** Page mode, and an address that must be set before it is used. */
  void reset() {
    mode(Mode.PAGE);
  }

  void mode(Mode newMode) {
    mode = newMode;
    startColumn = 0;
    endColumn = columns - 1;
    startPage = 0;
    endPage = PAGES - 1;
    column = 0;
    page = 0;
    columnIsSet = false;
    highColumnIsSet = false;
    pageIsSet = false;
    full = false;
  }

  /** The low four bits of the column, in page mode. */
  void lowColumn(int nibble, String source) {
    requirePageMode(true, source);
    column = (column & 0xF0) | nibble;
    columnIsSet = true;
    full = false;
  }

  /** The high four bits of the column, in page mode. */
  void highColumn(int nibble, String source) {
    requirePageMode(true, source);
    column = nibble << 4 | (column & 0x0F);
    highColumnIsSet = true;
    full = false;
  }

  /** The page, in page mode. */
  void page(int newPage, String source) {
    requirePageMode(true, source);
    page = newPage;
    pageIsSet = true;
  }

  /** The columns of the window, in the other modes. */
  void columnRange(int start, int end, String source) {
    requirePageMode(false, source);
    requireRange(start, end, columns, source);
    jumpBackWhenFull();
    startColumn = start;
    endColumn = end;
    column = start;
    columnIsSet = true;
  }

  /** The pages of the window, in the other modes. */
  void pageRange(int start, int end, String source) {
    requirePageMode(false, source);
    requireRange(start, end, PAGES, source);
    jumpBackWhenFull();
    startPage = start;
    endPage = end;
    page = start;
    pageIsSet = true;
  }

  /**
   * Stores a byte and moves on.
   *
   * @param remapped whether segments are counted from the other end
   */
  void store(int value, boolean remapped, String source) {
    if (!columnIsSet || !pageIsSet || (mode == Mode.PAGE && !highColumnIsSet)) {
      throw new ProtocolViolation("data came before the whole address of its mode was set", source);
    }
    if (full || column >= columns) {
      throw new ProtocolViolation(
          "data came behind column %d, page %d, the last of the window"
              .formatted(Math.min(column, endColumn), page),
          source);
    }
    int segment = remapped ? columns - 1 - column : column;
    bytes[page * columns + segment] = (byte) value;
    advance();
  }

  /** Whether the dot of a segment is set in a row of the memory, 0..63. */
  boolean dot(int segment, int row) {
    return (bytes[(row >> 3) * columns + segment] >> (row & 7) & 1) != 0;
  }

  private void jumpBackWhenFull() {
    if (full) {
      column = startColumn;
      page = startPage;
      full = false;
    }
  }

  private void advance() {
    switch (mode) {
      case PAGE -> {
        full = column == columns - 1;
        column = full ? column : column + 1;
      }
      case HORIZONTAL -> {
        full = column == endColumn && page == endPage;
        page = column == endColumn && !full ? page + 1 : page;
        column = column == endColumn && !full ? startColumn : Math.min(column + 1, endColumn);
      }
      case VERTICAL -> {
        full = column == endColumn && page == endPage;
        column = page == endPage && !full ? column + 1 : column;
        page = page == endPage && !full ? startPage : Math.min(page + 1, endPage);
      }
    }
  }

  private void requirePageMode(boolean wanted, String source) {
    if ((mode == Mode.PAGE) != wanted) {
      throw new ProtocolViolation("it means nothing in the " + mode + " addressing mode", source);
    }
  }

  private static void requireRange(int start, int end, int size, String source) {
    if (start > end || end >= size) {
      throw new ProtocolViolation(
          "%d..%d is not a range within 0..%d".formatted(start, end, size - 1), source);
    }
  }
}
