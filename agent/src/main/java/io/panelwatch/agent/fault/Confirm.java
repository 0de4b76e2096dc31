package io.panelwatch.agent.fault;

import java.time.Duration;
import java.util.Optional;

/**
 * When a condition that is seen becomes a fault: once it has held for the on-delay and for that
 * many reads without a gap, or, where that is stated, once it was seen often enough although it
 * came and went.
 *
 * @param onDelay how long it must hold; not negative
 * @param reads how many reads in a row must see it, from 1
 * @param often how often in what time is enough, too
 */
public record Confirm(Duration onDelay, int reads, Optional<MOfN> often) {

  /**
   * So many sightings within a window.
   *
   * @param times how many, at least 2
   * @param window in what time; positive
   */
  public record MOfN(int times, Duration window) {

    public MOfN {
      if (times < 2 || times > 100 || window.isNegative() || window.isZero()) {
        throw new IllegalArgumentException(
            "m-of-n %d in %s: 2 to 100 times in some time are needed".formatted(times, window));
      }
    }
  }

  public Confirm {
    if (onDelay.isNegative() || reads < 1) {
      throw new IllegalArgumentException(
          "%s and %d reads: a delay is not negative, and there is at least one read"
              .formatted(onDelay, reads));
    }
  }

  /** The same with another delay. */
  Confirm withOnDelay(Duration delay) {
    return new Confirm(delay, reads, often);
  }
}
