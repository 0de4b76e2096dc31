package io.panelwatch.agent.control;

import java.io.IOException;

/**
 * The daemon was asked to do something and gave no answer, in time or ever: it may have been done,
 * may still be, or not at all.
 */
public final class OutcomeUnknownException extends IOException {

  private static final long serialVersionUID = 1;

  OutcomeUnknownException(String message, Throwable cause) {
    super(message, cause);
  }
}
