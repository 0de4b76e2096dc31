package io.panelwatch.agent.store;

import io.panelwatch.hal.BoardClock;
import java.time.Duration;
import java.time.Instant;

/**
 * Since when a report waits for the backend. A board without a clock of its own starts with the
 * time at which it went off and is set on later: by such a stamp a report that was written a minute
 * ago waits since the weekend.
 *
 * @param written when it was written, by the wall clock of that moment
 * @param trusted whether that could be believed
 * @param knownNanos since when this program knows it as the oldest, monotonic
 */
public record Waiting(Instant written, boolean trusted, long knownNanos) {

  /** From now on. */
  static Waiting since(BoardClock clock) {
    return new Waiting(clock.wall(), clock.wallTrusted(), clock.monotonicNanos());
  }

  /**
   * For how long, never less than nothing: by the wall clock where that could be believed both
   * times; else for how long this program knows of it.
   */
  public Duration age(BoardClock clock) {
    Duration age =
        trusted && clock.wallTrusted()
            ? Duration.between(written, clock.wall())
            : Duration.ofNanos(clock.monotonicNanos() - knownNanos);
    return age.isNegative() ? Duration.ZERO : age;
  }
}
