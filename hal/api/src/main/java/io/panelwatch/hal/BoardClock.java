package io.panelwatch.hal;

import java.time.Duration;
import java.time.Instant;

/**
 * Time as the board has it: monotonic for durations, wall for stamps.
 *
 * <p>Nothing in the project reads {@code System.nanoTime()} or {@code Instant.now()} to decide
 * something; it asks this clock, so that a test moves time by hand and a demonstration can run it
 * faster. All methods are thread-safe.
 */
public interface BoardClock {

  /** The wall clock, which may step or be plainly wrong: see {@link #wallTrusted()}. */
  Instant wall();

  /** Nanoseconds since an arbitrary origin; never goes back. */
  long monotonicNanos();

  /** Whether the wall clock is known to be synchronised (NTP, or a battery-backed RTC). */
  boolean wallTrusted();

  /**
   * Blocks the caller for that much of this clock's time.
   *
   * @throws InterruptedException when the thread is interrupted while it waits
   */
  void sleep(Duration duration) throws InterruptedException;

  /**
   * Runs a short task once that much of this clock's time has passed. The task runs on a thread of
   * the clock and must not block; it hands longer work on.
   *
   * @return a handle whose {@link Timer#cancel()} forgets the task if it has not begun
   */
  Timer schedule(Duration delay, Runnable task);

  /** A task that waits for its time. */
  interface Timer {
    /** Forgets the task if it has not begun; harmless afterwards. */
    void cancel();
  }
}
