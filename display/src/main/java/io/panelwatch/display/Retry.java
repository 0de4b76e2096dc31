package io.panelwatch.display;

import io.panelwatch.hal.BoardClock;
import java.time.Duration;

/**
 * When a panel that refused is tried again: soon at first, because most errors are gone by then,
 * and ever less often, up to once in ten seconds, because the others cost a reset each time.
 */
final class Retry {

  private static final Duration FIRST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int MOST_DOUBLINGS = 8;

  private final BoardClock clock;
  private int failures;
  private long dueNanos;

  Retry(BoardClock clock) {
    this.clock = clock;
  }

  void worked() {
    failures = 0;
  }

  /** Counts a failure; how many there were since the last time that it worked. */
  int failed() {
    Duration rest = FIRST.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    long nanos = Math.min(rest.toNanos(), LONGEST.toNanos());
    dueNanos = clock.monotonicNanos() + nanos;
    return ++failures;
  }

  /** How long until the next try, in nanoseconds; 0 when it is due. */
  long restNanos() {
    return failures == 0 ? 0 : Math.max(0, dueNanos - clock.monotonicNanos());
  }
}
