package io.panelwatch.hal.linux.file;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a helper still writes the file that it leaves: one that has died must not look like a
 * board without faults. The time of writing is its sign of life, at least every half hour.
 *
 * <p>A recording has no age. Not thread-safe.
 */
public final class SignOfLife {

  /** Three turns of a helper, whatever it has to tell. */
  public static final Duration LONGEST = Duration.ofMinutes(90);

  private final BoardClock clock;
  private final boolean ages;
  private Instant written = Instant.MIN;
  private long sinceNanos;

  /**
   * @param ages whether time passes for the file: not in a recording
   */
  public SignOfLife(BoardClock clock, boolean ages) {
    this.clock = clock;
    this.ages = ages;
  }

  /**
   * Whether the file was last written too long ago.
   *
   * @param lastWritten by its own stamp: another one than at the last call is a new sign
   */
  public boolean isOver(Instant lastWritten) {
    if (!lastWritten.equals(written)) {
      written = lastWritten;
      double seconds = (double) lastWritten.getEpochSecond();
      sinceNanos = clock.monotonicNanos() - age(clock, seconds).toNanos();
    }
    return ages && clock.monotonicNanos() - sinceNanos >= LONGEST.toNanos();
  }

  /** How old something is when it is first seen, where the wall clock can tell; else nothing. */
  public static Duration age(BoardClock clock, double writtenSeconds) {
    double age = clock.wallTrusted() ? clock.wall().getEpochSecond() - writtenSeconds : 0;
    return Duration.ofSeconds((long) Math.clamp(age, 0, (double) LONGEST.toSeconds()));
  }

  /** What is told of a file whose helper is silent. */
  public static Measured.Failed silence(String path) {
    return new Measured.Failed(Errno.ETIMEDOUT.number(), "timeout", path);
  }
}
