package io.panelwatch.simulator.board;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.EdgeLine;
import java.time.Duration;

/**
 * A line that rises regularly, as a panel's tearing-effect output does once in each of its
 * refreshes, or not at all.
 *
 * <p>It has no thread: when it rises follows from the clock's time. One thread waits; it may be
 * switched from any.
 */
final class SimulatedEdgeLine implements EdgeLine {

  private static final String NAME = "simulated:gpiochip0/TE";
  private static final int IO_ERROR = 5;
  private static final int BAD_DESCRIPTOR = 9;

  private final BoardClock clock;
  private long sinceNanos;
  private long periodNanos;
  private int errno;

  /** A line that does not rise yet. */
  public SimulatedEdgeLine(BoardClock clock) {
    this.clock = clock;
  }

  /**
   * Lets it rise once in each period, the first time a period from now.
   *
   * @param period longer than nothing
   */
  public synchronized void riseEvery(Duration period) {
    if (!period.isPositive()) {
      throw new IllegalArgumentException("no line rises every " + period);
    }
    sinceNanos = clock.monotonicNanos();
    periodNanos = period.toNanos();
  }

  /** Lets it stay as it is, as when its wire is cut. */
  public synchronized void stop() {
    periodNanos = 0;
  }

  /** Makes every wait from now on fail with EIO. */
  public synchronized void breakLine() {
    errno = IO_ERROR;
  }

  @Override
  public boolean awaitRising(Duration longest) throws DeviceException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before waiting for " + NAME);
    }
    long nanos = nanosToNextRise();
    boolean rises = nanos <= longest.toNanos();
    clock.sleep(rises ? Duration.ofNanos(nanos) : longest);
    return rises;
  }

  private synchronized long nanosToNextRise() throws DeviceException {
    if (errno != 0) {
      throw new DeviceException(
          errno,
          "poll",
          NAME,
          "poll on the simulated line fails (errno %d): %s."
              .formatted(errno, errno == BAD_DESCRIPTOR ? "it was closed" : "it is broken"));
    }
    if (periodNanos == 0) {
      return Long.MAX_VALUE;
    }
    return periodNanos - (clock.monotonicNanos() - sinceNanos) % periodNanos;
  }

  @Override
  public synchronized void close() {
    errno = BAD_DESCRIPTOR;
  }
}
