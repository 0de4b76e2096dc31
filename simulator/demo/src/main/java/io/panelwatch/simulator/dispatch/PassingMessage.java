package io.panelwatch.simulator.dispatch;

import java.time.Instant;

/**
 * An MQTT message as it passes the backend.
 *
 * @param at wall clock
 * @param direction up from a device, or down to one
 * @param payload the text, cut after {@value #MAX_PAYLOAD} characters
 * @param payloadBytes its whole length
 */
public record PassingMessage(
    Instant at,
    Direction direction,
    String topic,
    int qos,
    boolean retained,
    String payload,
    int payloadBytes) {

  /** How much of a payload is shown. */
  static final int MAX_PAYLOAD = 4_096;

  /** Which way it goes. */
  public enum Direction {
    /** From a device. */
    UP,
    /** To a device. */
    DOWN
  }

  /** Cuts the payload. */
  public PassingMessage {
    payload = payload.length() > MAX_PAYLOAD ? payload.substring(0, MAX_PAYLOAD) : payload;
  }
}
