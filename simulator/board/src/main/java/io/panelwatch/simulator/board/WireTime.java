package io.panelwatch.simulator.board;

import io.panelwatch.hal.BoardClock;
import java.time.Duration;

/**
 * The time that bytes are on a wire. Short runs are added up and slept together, because no machine
 * sleeps for the microsecond that a command takes. Spent by one thread.
 */
final class WireTime {

  private static final double LEAST_SLEEP_SECONDS = 0.001;

  private final BoardClock clock;
  private double owedSeconds;
  private volatile boolean taken;

  WireTime(BoardClock clock) {
    this.clock = clock;
  }

  void take(boolean take) {
    taken = take;
  }

  /** An interrupt ends the wait, not the transfer, and stays set for the caller to see. */
  void spend(int clocks, int hertz) {
    if (!taken) {
      return;
    }
    owedSeconds += (double) clocks / hertz;
    if (owedSeconds < LEAST_SLEEP_SECONDS) {
      return;
    }
    Duration sleep = Duration.ofNanos((long) (owedSeconds * 1e9));
    owedSeconds = 0;
    try {
      clock.sleep(sleep);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
