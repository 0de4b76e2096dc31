package io.panelwatch.display.profile;

/**
 * How pixels go over the bus, in cells: a cell is the smallest part of a picture that can be sent.
 */
public enum ColourFormat {
  /** A pixel is two bytes, red in the five high bits of the first. */
  RGB565("rgb565", 2, 1, 0x05),
  /** A pixel is three bytes, red, green, blue, each in its six high bits. */
  RGB666("rgb666", 3, 1, 0x06),
  /** Eight rows of one column are a byte, the top one in bit 0; 1 is lit. */
  MONO("mono", 1, 8, 0);

  private final String text;
  private final int bytesPerCell;
  private final int rowsPerCell;
  private final int colmod;

  ColourFormat(String text, int bytesPerCell, int rowsPerCell, int colmod) {
    this.text = text;
    this.bytesPerCell = bytesPerCell;
    this.rowsPerCell = rowsPerCell;
    this.colmod = colmod;
  }

  /** As a profile writes it. */
  public String text() {
    return text;
  }

  /** Bytes that a cell takes on the bus. */
  public int bytesPerCell() {
    return bytesPerCell;
  }

  /** Rows of the picture in a cell, which is one column wide. */
  public int rowsPerCell() {
    return rowsPerCell;
  }

  /** The three low bits of COLMOD that ask a DCS controller for it; 0 where there is no COLMOD. */
  int colmod() {
    return colmod;
  }
}
