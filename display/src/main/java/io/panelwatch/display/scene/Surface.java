package io.panelwatch.display.scene;

/** What a background means. */
public enum Surface {
  /** The page itself. */
  PAGE,
  /** A panel that holds things together. */
  CARD,
  /** The row or panel that the buttons act upon. */
  SELECTED,
  /** A failed thing that takes a whole panel. */
  FAULT
}
