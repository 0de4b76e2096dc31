package io.panelwatch.agent.report;

import io.panelwatch.agent.store.Waiting;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How reporting fares, as of the last thing that happened on the link. What nothing has told of yet
 * is empty: neither well nor faulty.
 *
 * @param connected there is a connection to the broker
 * @param identityTaken another client has taken this device's session and the link stays off; false
 *     is proven by a connection only
 * @param reportRefused a report stands refused; false is proven by an accepted one only
 * @param refusedNanos when a report was refused last, monotonic, whether or not it still stands so
 * @param outboxDepth reports that the backend has not acknowledged
 * @param oldest since when the oldest of them waits
 */
public record LinkHealth(
    boolean connected,
    Optional<Boolean> identityTaken,
    Optional<Boolean> reportRefused,
    OptionalLong refusedNanos,
    OptionalInt outboxDepth,
    Optional<Waiting> oldest) {

  /** Nothing has happened yet. */
  public static final LinkHealth NOT_TOLD_YET =
      new LinkHealth(
          false,
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          OptionalInt.empty(),
          Optional.empty());
}
