package io.panelwatch.display;

import io.panelwatch.hal.BoardClock;
import java.time.Duration;

/**
 * When which stripe of an unchanged picture is sent once more.
 *
 * <p>The stripes of a picture take turns, at equal times, so that each comes again within {@link
 * Panel#SCRUBBED_WITHIN}: one stripe's time is left for calls that come late. What was missed is
 * not caught up on, so that a panel that was asleep is not sent much at once.
 */
final class Scrub {

  static final int STRIPES = 8;

  private static final Duration EVERY = Panel.SCRUBBED_WITHIN.dividedBy(STRIPES + 1);

  private final BoardClock clock;
  private long dueNanos;
  private int next;

  Scrub(BoardClock clock) {
    this.clock = clock;
    this.dueNanos = clock.monotonicNanos() + EVERY.toNanos();
  }

  /** How long until a stripe is due, in nanoseconds; 0 when one is. */
  long restNanos() {
    return Math.max(0, dueNanos - clock.monotonicNanos());
  }

  /** The stripe whose turn it is; the one behind it is due later. */
  int take() {
    int stripe = next;
    next = (next + 1) % STRIPES;
    dueNanos = clock.monotonicNanos() + EVERY.toNanos();
    return stripe;
  }
}
