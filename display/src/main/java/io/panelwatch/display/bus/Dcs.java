package io.panelwatch.display.bus;

/**
 * Opcodes of the MIPI Display Command Set (DCS 1.3, clause 6) as this engine itself sends or looks
 * for; what only one controller knows stays a number in its profile.
 */
public final class Dcs {

  /** Does nothing; its transfer still takes its time. */
  public static final int NOP = 0x00;

  /** Software reset (soft_reset). */
  public static final int SWRESET = 0x01;

  /** Enter sleep mode. */
  public static final int SLPIN = 0x10;

  /** Exit sleep mode. */
  public static final int SLPOUT = 0x11;

  /** Partial mode on: only some rows are shown. */
  public static final int PTLON = 0x12;

  /** Normal display mode on: neither partial nor scrolled. */
  public static final int NORON = 0x13;

  /** Display inversion off. */
  public static final int INVOFF = 0x20;

  /** Display inversion on. */
  public static final int INVON = 0x21;

  /** Display off. */
  public static final int DISPOFF = 0x28;

  /** Display on. */
  public static final int DISPON = 0x29;

  /** Column address of a window: first and last column, 16 bits each, high byte first. */
  public static final int CASET = 0x2A;

  /** Page (row) address of a window: first and last row, 16 bits each, high byte first. */
  public static final int PASET = 0x2B;

  /** Memory write, from the window's first pixel. */
  public static final int RAMWR = 0x2C;

  /** Tearing effect line on: 0 for the vertical blanking only. */
  public static final int TEON = 0x35;

  /** Memory access control: order of rows and columns, their exchange, order of colours. */
  public static final int MADCTL = 0x36;

  /** Vertical scrolling start address: which row of the memory is the first one shown. */
  public static final int VSCRSADD = 0x37;

  /** Idle mode off. */
  public static final int IDMOFF = 0x38;

  /** Idle mode on: eight colours. */
  public static final int IDMON = 0x39;

  /** Pixel format of the interface. */
  public static final int COLMOD = 0x3A;

  private Dcs() {}
}
