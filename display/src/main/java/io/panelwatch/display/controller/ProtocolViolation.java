package io.panelwatch.display.controller;

/**
 * Bytes that the real controller would not have taken as they were meant. The message says which,
 * why, and the datasheet section that says so.
 */
public final class ProtocolViolation extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What was done, one sentence, and the section that forbids it. */
  ProtocolViolation(String what, String section) {
    super(what + " (datasheet section " + section + ")");
  }
}
