package io.panelwatch.agent.fault;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a code is judged by on one component: the catalogue's defaults with what the configuration
 * changed.
 *
 * @param enabled whether it is watched at all
 * @param configured whether the configuration has set the levels' numbers
 * @param unit of the limits
 * @param levels from the mildest to the worst, at least one
 * @param confirm when what is seen becomes a fault
 * @param release when a fault whose condition is gone is over
 */
public record Criteria(
    boolean enabled,
    boolean configured,
    String unit,
    List<Level> levels,
    Confirm confirm,
    Release release) {

  public Criteria {
    levels = List.copyOf(levels);
  }

  /** How long the condition must hold before it is a fault. */
  public Duration onDelay() {
    return confirm.onDelay();
  }

  /** How long the condition must be gone before the fault is over. */
  public Duration offDelay() {
    return release.statedOffDelay().orElseGet(() -> onDelay().multipliedBy(2));
  }

  /** The limit of one level as a fault tells it. */
  public Limit limit(int level, OptionalDouble value) {
    Level at = levels.get(level);
    return new Limit(value, unit, at.raise(), at.clear(), onDelay(), offDelay());
  }

  /**
   * The same by the limit that the component itself gives, on every level; unchanged where the
   * configuration says otherwise.
   */
  public Criteria givenBy(Bounds given) {
    return configured ? this : withLevels(levels.stream().map(given::on).toList());
  }

  /** The same with another on-delay. */
  Criteria withOnDelay(Duration delay) {
    return new Criteria(enabled, configured, unit, levels, confirm.withOnDelay(delay), release);
  }

  /** The same by other levels. */
  public Criteria withLevels(List<Level> others) {
    return new Criteria(enabled, configured, unit, others, confirm, release);
  }
}
