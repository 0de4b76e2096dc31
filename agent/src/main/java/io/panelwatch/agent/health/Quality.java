package io.panelwatch.agent.health;

import java.util.Locale;

/** How far a reading may be believed. */
public enum Quality {
  /** Read just now. */
  GOOD,
  /** The component has no such attribute. */
  MISSING,
  /** This program is not permitted to look: how the system is set up, and no failure. */
  DENIED,
  /** Not read this time; the value is the last one that was, where there was one. */
  STALE,
  /** Exists and could not be read. */
  FAILED,
  /** Asked of a recorded board, and only a live one could tell. */
  NOT_RECORDED;

  /** As it stands in JSON and on the command line: {@code not-recorded}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
