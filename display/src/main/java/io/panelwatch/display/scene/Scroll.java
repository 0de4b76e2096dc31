package io.panelwatch.display.scene;

/** Where a listing that is higher than its area puts the row in focus. */
public enum Scroll {
  /** It is the first row that is shown: for reading on. */
  TO_TOP,
  /** As few rows as possible are skipped for it to be shown whole: for choosing. */
  INTO_VIEW
}
