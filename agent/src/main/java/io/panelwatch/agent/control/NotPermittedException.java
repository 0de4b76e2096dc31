package io.panelwatch.agent.control;

import java.io.IOException;

/** Who asks may ask, but not for that. */
final class NotPermittedException extends IOException {

  private static final long serialVersionUID = 1;

  NotPermittedException(String message) {
    super(message);
  }
}
