package io.panelwatch.agent.inspection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How long the agent has run on its board, and which day it is. All days are in UTC.
 *
 * @param hours in all, over restarts
 * @param since the day of its first start; empty as long as no clock could be trusted
 * @param now the wall clock; empty while it cannot be trusted
 */
public record RunningTime(double hours, Optional<LocalDate> since, Optional<Instant> now) {

  private static final double MILLIS_PER_HOUR = Duration.ofHours(1).toMillis();

  /** The same where it is known from elsewhere that it has run for so many hours, or for more. */
  public RunningTime atLeast(double known) {
    return new RunningTime(Math.max(hours, known), since, now);
  }

  /** Today; empty while the clock cannot be trusted. */
  public Optional<LocalDate> today() {
    return now.map(RunningTime::day);
  }

  /** The day on which the agent had run for so many hours, as if it had run ever since. */
  public Optional<LocalDate> dayAt(double earlier) {
    return now.map(wall -> day(wall.minusMillis((long) ((hours - earlier) * MILLIS_PER_HOUR))));
  }

  private static LocalDate day(Instant wall) {
    return LocalDate.ofInstant(wall, ZoneOffset.UTC);
  }
}
