package io.panelwatch.agent.report;

import java.time.Instant;
import java.util.Optional;

/**
 * How reporting fares, as of the last thing that happened on the link.
 *
 * @param connected there is a connection to the broker
 * @param identityTaken another client has taken this device's session; the link stays off
 * @param reportRefused the latest report that the broker answered was refused
 * @param outboxDepth reports that the backend has not acknowledged
 * @param oldestWritten when the oldest of them was written, by the wall clock of that moment
 */
public record LinkHealth(
    boolean connected,
    boolean identityTaken,
    boolean reportRefused,
    int outboxDepth,
    Optional<Instant> oldestWritten) {

  /** Nothing has happened yet. */
  static final LinkHealth UNKNOWN = new LinkHealth(false, false, false, 0, Optional.empty());
}
