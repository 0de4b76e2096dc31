package io.panelwatch.agent.health;

import io.panelwatch.hal.SensorFamily;

/**
 * How one sensor source fared in a scan.
 *
 * @param family what it reads
 * @param outcome whether it answered
 * @param errno why it failed, as in errno(3); 0 where it answered, hangs, or the kernel had no part
 * @param path the file or device that failed, or where it looks
 * @param tookNanos how long its latest answer took, in the board's time
 * @param readNanos the board's monotonic time of that answer, which its readings are of; from
 *     before the scan where it was not asked, failed or hangs
 */
public record SourceState(
    SensorFamily family, Outcome outcome, int errno, String path, long tookNanos, long readNanos) {

  /** A state of which no times are known. */
  public SourceState(SensorFamily family, Outcome outcome, int errno, String path) {
    this(family, outcome, errno, path, 0, 0);
  }

  /** What came of asking. */
  public enum Outcome {
    /** It has not been read yet, and not for any fault of its own: others took the time. */
    NOT_READ,
    /** It answered when it was last asked; its readings are the newest there are. */
    ANSWERED,
    /** It could not be read as a whole; its readings are old. */
    FAILED,
    /** It has not answered within its bound; its readings are old. */
    HUNG
  }

  /** How old its readings are at that monotonic time, in nanoseconds. */
  public long ageNanos(long monotonicNanos) {
    return Math.max(0, monotonicNanos - readNanos);
  }

  /** Whether its readings are what is there now, so that what they do not list is not there. */
  public boolean answered() {
    return outcome == Outcome.ANSWERED;
  }
}
