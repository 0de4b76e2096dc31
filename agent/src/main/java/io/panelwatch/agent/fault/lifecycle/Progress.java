package io.panelwatch.agent.fault.lifecycle;

import java.time.Duration;

/**
 * How far a delay has run, and how much of that is stored: seldom enough for flash storage, and
 * often enough that a restart costs little of it.
 */
final class Progress {

  /** What takes no longer is begun anew after a restart. */
  private static final Duration NOT_WORTH_IT = Duration.ofMinutes(10);

  private static final Duration LONGEST_STEP = Duration.ofHours(1);
  private static final int STEPS = 8;

  private Duration stored;

  /**
   * @param stored how far it had run by what was stored before
   */
  Progress(Duration stored) {
    this.stored = stored;
  }

  /** Whether it is to be stored that so much of that delay is over; it counts as stored then. */
  boolean store(Duration run, Duration delay) {
    Duration step = delay.dividedBy(STEPS);
    Duration due = stored.plus(step.compareTo(LONGEST_STEP) < 0 ? step : LONGEST_STEP);
    boolean fellBack = run.compareTo(stored) < 0;
    boolean advanced = delay.compareTo(NOT_WORTH_IT) > 0 && run.compareTo(due) >= 0;
    if (fellBack || advanced) {
      stored = run;
    }
    return fellBack || advanced;
  }
}
