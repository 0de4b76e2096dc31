package io.panelwatch.display.scene;

/** How important a text is; the frame's size decides how many pixels that makes. */
public enum TextSize {
  /** Running text, any language: 16 px, and 24 px on frames with at least 400 px a side. */
  BODY,
  /** A heading: 24 px, and 32 px on large frames. */
  TITLE,
  /**
   * A short word read from a few steps away: 32 px, and 48 px on large frames. Chinese beyond the
   * words that are baked for it falls back to the next smaller face that has them all.
   */
  BIG
}
