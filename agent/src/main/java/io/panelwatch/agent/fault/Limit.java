package io.panelwatch.agent.fault;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The limit that a fault was judged by, as it was in force.
 *
 * @param value what was measured when the condition was first seen; after a change of level, or
 *     where what is counted happened once more, what was measured then
 * @param unit of value, raise and clear
 * @param raise the fault begins at or past this
 * @param clear the fault ends at or past this, on the other side
 * @param onDelay how long the condition must hold before it is a fault
 * @param offDelay how long it must be gone before the fault is over
 */
public record Limit(
    OptionalDouble value,
    String unit,
    OptionalDouble raise,
    OptionalDouble clear,
    Duration onDelay,
    Duration offDelay) {

  /** On which side of {@code raise} the trouble lies; empty where no hysteresis tells. */
  public Optional<Level.Side> side() {
    if (raise.isEmpty() || clear.isEmpty() || raise.equals(clear)) {
      return Optional.empty();
    }
    boolean high = raise.getAsDouble() > clear.getAsDouble();
    return Optional.of(high ? Level.Side.HIGH : Level.Side.LOW);
  }
}
