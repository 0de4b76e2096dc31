package io.panelwatch.agent.health;

import io.panelwatch.hal.SensorFamily;

/**
 * How one sensor source fared in a scan.
 *
 * @param family what it reads
 * @param outcome whether it answered
 * @param errno why it failed, as in errno(3); 0 where it answered, hangs, or the kernel had no part
 * @param path the file or device that failed, or where it looks
 */
public record SourceState(SensorFamily family, Outcome outcome, int errno, String path) {

  /** What came of asking. */
  public enum Outcome {
    /** It answered; its readings are of this scan. */
    ANSWERED,
    /** It could not be read as a whole; its readings are old. */
    FAILED,
    /** It has not answered within its bound; its readings are old. */
    HUNG
  }

  /** Whether its readings are of this scan, so that what they do not list is not there. */
  public boolean answered() {
    return outcome == Outcome.ANSWERED;
  }
}
