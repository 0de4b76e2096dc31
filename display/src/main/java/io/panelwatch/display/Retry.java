package io.panelwatch.display;

import io.panelwatch.hal.BoardClock;
import java.time.Duration;

/**
 * When what did not work is tried again: soon at first, because most troubles are gone by then, and
 * ever less often, because the others cost a reset each time.
 */
final class Retry {

  private static final int MOST_DOUBLINGS = 16;

  private final BoardClock clock;
  private final Duration first;
  private final Duration longest;
  private int failures;
  private long dueNanos;

  /**
   * @param first rest after one failure; doubles with each that follows
   * @param longest rest
   */
  private Retry(BoardClock clock, Duration first, Duration longest) {
    this.clock = clock;
    this.first = first;
    this.longest = longest;
  }

  /** For a panel that refused and is dark: from 50 ms to ten seconds. */
  static Retry ofRefusals(BoardClock clock) {
    return new Retry(clock, Duration.ofMillis(50), Duration.ofSeconds(10));
  }

  /**
   * For one that fell silent and may well show the right picture, which each try blanks for as long
   * as a reset takes: from a minute to as seldom as a panel that never answers is renewed.
   */
  static Retry ofSilence(BoardClock clock) {
    return new Retry(clock, Duration.ofMinutes(1), Duration.ofDays(1));
  }

  void worked() {
    failures = 0;
  }

  /** Counts a failure; how many there were since the last time that it worked. */
  int failed() {
    Duration rest = first.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    long nanos = Math.min(rest.toNanos(), longest.toNanos());
    dueNanos = clock.monotonicNanos() + nanos;
    return ++failures;
  }

  /** How long until the next try, in nanoseconds; 0 when it is due. */
  long restNanos() {
    return failures == 0 ? 0 : Math.max(0, dueNanos - clock.monotonicNanos());
  }
}
