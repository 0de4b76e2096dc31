package io.panelwatch.agent.store;

import io.panelwatch.hal.BoardClock;
import java.time.Duration;

/**
 * When a storage that refuses is asked again. Who asks waits for the answer, and judges no fault
 * meanwhile: a disk whose requests end after half a minute must not take more than a tenth of the
 * time. So the next attempt comes ten times as long after the last one as that took, from {@link
 * #SHORTEST} to {@link #LONGEST}. Not thread-safe.
 */
final class RetryPace {

  static final Duration SHORTEST = Duration.ofSeconds(10);
  static final Duration LONGEST = Duration.ofMinutes(10);

  private static final int TIMES_AS_LONG = 10;

  private final BoardClock clock;
  private long beganNanos;
  private long refusedNanos;
  private long waitNanos = SHORTEST.toNanos();

  /** An attempt begins with it. */
  RetryPace(BoardClock clock) {
    this.clock = clock;
    begin();
  }

  /** The storage is asked for something. */
  void begin() {
    beganNanos = clock.monotonicNanos();
  }

  /** It has refused what it was asked for last. */
  void refused() {
    refusedNanos = clock.monotonicNanos();
    waitNanos =
        Math.clamp(
            TIMES_AS_LONG * (refusedNanos - beganNanos), SHORTEST.toNanos(), LONGEST.toNanos());
  }

  /** Whether it is time to ask again. */
  boolean isDue() {
    return clock.monotonicNanos() - refusedNanos >= waitNanos;
  }
}
