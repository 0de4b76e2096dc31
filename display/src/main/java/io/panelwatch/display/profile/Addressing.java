package io.panelwatch.display.profile;

/** How a controller is told where the next pixels go. */
public enum Addressing {
  /**
   * CASET, PASET and RAMWR with every window (MIPI Display Command Set 1.3, clause 6). Parameters
   * are data.
   */
  DCS("dcs"),

  /**
   * As {@link #DCS}, but a range that is what it was at the window before may be left out: the
   * registers keep it until they are written again (ILI9341 V1.11, 8.2.20 and 8.2.21). Not all
   * controllers can: fbcp-ili9341 has done it for years on ILI9341 and ST7789 panels, and sends the
   * full window to ILI9486, ILI9488 and HX8357D.
   */
  DCS_KEEP("dcs-keep"),

  /**
   * SSD1306 in horizontal addressing mode (rev 1.5, 10.1.3 to 10.1.5): {@code 21} first and last
   * column, {@code 22} first and last page, then the window's bytes row of pages by row of pages;
   * no command announces the bytes. Parameters are commands.
   */
  PAGE_WINDOW("page-window"),

  /**
   * SH1106, which has pages but no window (V2.3, commands 1, 2 and 12): {@code B0} + page, {@code
   * 00} + low and {@code 10} + high half of the first column, then bytes of that one page; a window
   * of n pages is sent as n. Parameters are commands.
   */
  PAGE("page");

  private final String text;

  Addressing(String text) {
    this.text = text;
  }

  /** As a profile writes it. */
  public String text() {
    return text;
  }

  /** Whether memory is bytes of eight rows each, and a command's parameters travel as commands. */
  public boolean paged() {
    return this == PAGE_WINDOW || this == PAGE;
  }
}
