package io.panelwatch.agent.report;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: anything between nothing and a bound that doubles from
 * one second to sixty, drawn evenly ("full jitter"), so that a fleet does not return as one.
 */
final class Backoff {

  private static final long FIRST_MILLIS = 1_000;
  private static final long CAP_MILLIS = 60_000;

  private final RandomGenerator random;
  private long boundMillis = FIRST_MILLIS;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** The next wait. */
  Duration next() {
    long wait = random.nextLong(boundMillis + 1);
    boundMillis = Math.min(CAP_MILLIS, boundMillis * 2);
    return Duration.ofMillis(wait);
  }

  /** The link works: begin small the next time. */
  void reset() {
    boundMillis = FIRST_MILLIS;
  }
}
