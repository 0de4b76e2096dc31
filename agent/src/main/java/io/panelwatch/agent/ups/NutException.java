package io.panelwatch.agent.ups;

import java.io.IOException;

/** The UPS's server has said no, or nothing that can be understood. */
final class NutException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason the server's own word, as {@code DATA-STALE} or {@code UNKNOWN-UPS} (RFC 9271,
   *     section 4.3), or what was wrong with the answer
   */
  NutException(String reason) {
    super(reason);
  }
}
