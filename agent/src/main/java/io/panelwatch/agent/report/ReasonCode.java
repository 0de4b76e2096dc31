package io.panelwatch.agent.report;

/** The reason codes of MQTT 5 (section 2.4) that mean something special here. */
final class ReasonCode {

  /** From here on, a refusal. */
  static final int FIRST_ERROR = 0x80;

  /** The broker took it, and nobody was there to get it. */
  static final int NO_MATCHING_SUBSCRIBERS = 0x10;

  /** Another client took this one's session. */
  static final int SESSION_TAKEN_OVER = 0x8E;

  /** The message itself is refused: it would be the next time, too. */
  static final int PACKET_TOO_LARGE = 0x95;

  static final int PAYLOAD_FORMAT_INVALID = 0x99;

  private ReasonCode() {}
}
