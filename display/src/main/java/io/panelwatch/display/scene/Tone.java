package io.panelwatch.display.scene;

/** How loud a banner is. */
public enum Tone {
  /** Good to know. */
  INFO,
  /** Needs attention, nobody is stopped. */
  WARN,
  /** Something has failed. */
  FAULT
}
