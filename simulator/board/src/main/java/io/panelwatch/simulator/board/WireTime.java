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
  private final double secondsPerByte;
  private double owedSeconds;
  private volatile boolean taken;

  WireTime(BoardClock clock, double secondsPerByte) {
    this.clock = clock;
    this.secondsPerByte = secondsPerByte;
  }

  void take(boolean take) {
    taken = take;
  }

  /** An interrupt ends the wait, not the transfer, and stays set for the caller to see. */
  void spend(int bytes) {
    if (!taken) {
      return;
    }
    owedSeconds += bytes * secondsPerByte;
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
