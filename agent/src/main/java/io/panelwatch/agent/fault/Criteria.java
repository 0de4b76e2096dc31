package io.panelwatch.agent.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a code is judged by on one component: the catalogue's defaults with what the configuration
 * changed.
 *
 * @param enabled whether it is watched at all
 * @param unit of the limits
 * @param levels from the mildest to the worst, at least one
 * @param onDelay how long the condition must hold before it is a fault
 * @param statedOffDelay how long it must be gone, where that is not twice the on-delay
 */
public record Criteria(
    boolean enabled,
    String unit,
    List<Level> levels,
    Duration onDelay,
    Optional<Duration> statedOffDelay) {

  public Criteria {
    levels = List.copyOf(levels);
  }

  /** How long the condition must be gone before the fault is over. */
  public Duration offDelay() {
    return statedOffDelay.orElseGet(() -> onDelay.multipliedBy(2));
  }

  /** The limit of one level as a fault tells it. */
  public Limit limit(int level, OptionalDouble value) {
    Level at = levels.get(level);
    return new Limit(value, unit, at.raise(), at.clear(), onDelay, offDelay());
  }
}
