package io.panelwatch.display.scene;

/** Where a listing that is higher than its area puts the row in focus. */
public enum Scroll {
  /**
   * It is the first row that is shown, but none after that from which on the rest fits whole: for
   * reading on, without scrolling the text off its area.
   */
  TO_TOP,
  /** As few rows as possible are skipped for it to be shown whole: for choosing. */
  INTO_VIEW
}
