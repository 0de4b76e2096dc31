package io.panelwatch.display.scene;

/** What a foreground colour means. On a coloured banner every ink is replaced by its own. */
public enum Ink {
  /** What is to be read. */
  TEXT,
  /** What explains: captions, units, the clock. */
  MUTED,
  /** What the eye must find first, such as the ticket being served. */
  ACCENT,
  /** In order. */
  GOOD,
  /** Needs attention. */
  WARN,
  /** Failed. */
  FAULT
}
