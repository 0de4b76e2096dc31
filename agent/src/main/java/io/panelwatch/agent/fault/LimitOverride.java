package io.panelwatch.agent.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the configuration says of one code ({@code [limits.CODE]}), or of one code on one component
 * ({@code [limits.CODE.COMPONENT]}). What is left empty stays as it was.
 *
 * @param raise one number for each level from the mildest on; may be fewer than there are levels
 * @param clear likewise; a level whose {@code raise} is given without {@code clear} keeps the width
 *     of its hysteresis
 * @param onDelay not negative; the off-delay follows it where the catalogue states none
 * @param offDelay not negative
 * @param severity of every level
 * @param enabled false: not watched
 */
public record LimitOverride(
    List<Double> raise,
    List<Double> clear,
    Optional<Duration> onDelay,
    Optional<Duration> offDelay,
    Optional<Severity> severity,
    Optional<Boolean> enabled) {

  /** Changes nothing. */
  public static final LimitOverride NONE =
      new LimitOverride(
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public LimitOverride {
    raise = List.copyOf(raise);
    clear = List.copyOf(clear);
    onDelay.ifPresent(delay -> requireDelay("on-delay", delay));
    offDelay.ifPresent(delay -> requireDelay("off-delay", delay));
  }

  private static void requireDelay(String key, Duration delay) {
    if (delay.isNegative() || delay.compareTo(Duration.ofDays(365)) > 0) {
      throw new IllegalArgumentException(key + " " + delay + " is not between 0 and a year");
    }
  }
}
