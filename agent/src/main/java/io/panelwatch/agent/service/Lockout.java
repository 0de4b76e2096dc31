package io.panelwatch.agent.service;

import io.panelwatch.agent.fault.Stamp;
import java.time.Duration;
import java.util.List;

/**
 * Keeps somebody from trying codes until one is right: after {@value #WRONG} wrong ones within a
 * quarter of an hour no code is taken for as long, whoever it is of. With six digits that leaves a
 * guesser 480 of a million a day.
 *
 * <p>It is counted from what is stored, so that a restart takes nothing of it back, and by time
 * that has passed, so that a clock that is set does not either.
 */
public final class Lockout {

  /** So many wrong codes are enough. */
  public static final int WRONG = 5;

  /** Within that time; and for as long no code is taken. */
  public static final Duration TIME = Duration.ofMinutes(15);

  private Lockout() {}

  /**
   * Whether no code is taken now.
   *
   * @param wrong when the latest wrong codes were tried, the newest first; {@value #WRONG} of them
   *     are looked at
   */
  public static boolean isClosed(List<Stamp> wrong, Stamp now) {
    if (wrong.size() < WRONG) {
      return false;
    }
    Stamp newest = wrong.getFirst();
    Stamp oldest = wrong.get(WRONG - 1);
    return !oldest.passed(TIME, newest) && !newest.passed(TIME, now);
  }
}
