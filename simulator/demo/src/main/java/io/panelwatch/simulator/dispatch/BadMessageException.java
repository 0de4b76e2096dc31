package io.panelwatch.simulator.dispatch;

/** A message that breaks the contract. One sentence: which field, what is expected. */
final class BadMessageException extends Exception {

  private static final long serialVersionUID = 1L;

  BadMessageException(String message) {
    super(message);
  }
}
