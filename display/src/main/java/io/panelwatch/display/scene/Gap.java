package io.panelwatch.display.scene;

/**
 * The room between neighbours: a multiple of the frame's spacing unit (2, 4 or 6 px; none between
 * lines on the smallest frames).
 */
public enum Gap {
  /** They touch. */
  NONE,
  /** One unit: lines of one paragraph. */
  TIGHT,
  /** Two units: things of one group. */
  NORMAL,
  /** Four units: between groups. */
  WIDE
}
