package io.panelwatch.display.controller;

/**
 * Bytes that the real controller would not have taken as they were meant. The message says which,
 * why, and the datasheet and heading that says so.
 */
public final class ProtocolViolation extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * What was done, one sentence, and the document and heading that forbids it.
   *
   * @param source such as {@code ILI9341 V1.11, Memory Write (2Ch)}
   */
  ProtocolViolation(String what, String source) {
    super(what + " (" + source + ")");
  }
}
