package io.panelwatch.display.scene;

/** How important a text is; the frame's size decides how many pixels that makes. */
public enum TextSize {
  /** Running text, any language: 16 px, and 24 px on frames with at least 400 px a side. */
  BODY,
  /** A heading: 24 px; 16 px on frames with less than 200 px a side, 32 px on large ones. */
  TITLE,
  /**
   * A short word read from a few steps away: 32 px, on small frames 24 px, on large ones 48 px.
   * Chinese beyond the words that are baked for it falls back to the next smaller face that has
   * them all.
   */
  BIG
}
