package io.panelwatch.display.scene;

/** What a panel can show. A frame holds RGB565 values either way. */
public enum Colours {
  /** Every RGB565 value. */
  RGB,
  /**
   * Lit or dark: a drawn frame holds 0xFFFF and 0x0000 and nothing between. Emphasis is inverse
   * video, and text has no grey edges.
   */
  MONO
}
