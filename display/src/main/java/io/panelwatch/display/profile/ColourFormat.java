package io.panelwatch.display.profile;

/** How a pixel goes over the bus. */
public enum ColourFormat {
  /** Two bytes, red in the five high bits of the first. */
  RGB565("rgb565", 2, 0x05);

  private final String text;
  private final int bytesPerPixel;
  private final int colmod;

  ColourFormat(String text, int bytesPerPixel, int colmod) {
    this.text = text;
    this.bytesPerPixel = bytesPerPixel;
    this.colmod = colmod;
  }

  /** As a profile writes it. */
  public String text() {
    return text;
  }

  /** Bytes that one pixel takes on the bus. */
  public int bytesPerPixel() {
    return bytesPerPixel;
  }

  /** The three low bits of COLMOD that ask a DCS controller for it. */
  public int colmod() {
    return colmod;
  }
}
