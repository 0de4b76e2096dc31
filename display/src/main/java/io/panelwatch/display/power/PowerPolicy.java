package io.panelwatch.display.power;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Whether a panel shall be on, dimmed or asleep, and how bright: by how long nobody has touched it
 * and by the time of day.
 *
 * <pre>
 *   idle         0 ........ dim-after ........ off-after ........
 *   schedule p        ON p             DIMMED p/5            ASLEEP
 *   schedule 0        ON plain, for a minute    ASLEEP
 *   attention         ON, however long
 * </pre>
 *
 * @param schedule how bright it is while it is on
 * @param dimAfter idle for that long; empty: never
 * @param offAfter idle for that long; empty: never
 */
public record PowerPolicy(
    BrightnessSchedule schedule, Optional<Duration> dimAfter, Optional<Duration> offAfter) {

  /** How long a panel that sleeps by the schedule stays on after somebody touched it. */
  public static final Duration LOOK_IN_DARK_HOURS = Duration.ofMinutes(1);

  /** How long to go by a time of day that is not known: it may come to be known unannounced. */
  public static final Duration LOOK_FOR_TIME = Duration.ofMinutes(1);

  /** A fifth of the light looks about half as bright (CIE L* 52 of 100). */
  private static final int DIM_DIVISOR = 5;

  /** What a panel may be by wish, from bright to dark. */
  public enum Light {
    ON,
    DIMMED,
    ASLEEP
  }

  /**
   * What the panel shall be.
   *
   * @param light on, dimmed or asleep
   * @param percent of full brightness, 1 to 100; 0 where it is asleep
   * @param nextChangeNanos how long that holds if nothing happens, in nanoseconds; {@link
   *     Long#MAX_VALUE} for ever
   */
  public record Wish(Light light, int percent, long nextChangeNanos) {}

  /**
   * What the panel shall be at a moment.
   *
   * @param lastActivityNanos monotonic time of the last touch or other reason to look at it
   * @param attention something waits for a person who must see it: the panel is on
   */
  public Wish wish(long lastActivityNanos, boolean attention, LocalMoment now) {
    long idle = Math.max(0, now.monotonicNanos() - lastActivityNanos);
    Optional<LocalTime> timeOfDay = now.timeOfDay();
    boolean darkHours = schedule.percentAt(timeOfDay) == 0;
    int bright = schedule.awakePercentAt(timeOfDay);
    long nextEntry = nanosToNextEntry(timeOfDay);
    if (attention) {
      return new Wish(Light.ON, bright, nextEntry);
    }
    long off = Math.min(nanos(offAfter), darkHours ? LOOK_IN_DARK_HOURS.toNanos() : Long.MAX_VALUE);
    long dim = nanos(dimAfter);
    if (idle >= off) {
      return new Wish(Light.ASLEEP, 0, darkHours ? nextEntry : Long.MAX_VALUE);
    }
    if (idle >= dim) {
      return new Wish(
          Light.DIMMED, Math.max(1, bright / DIM_DIVISOR), Math.min(nextEntry, off - idle));
    }
    return new Wish(Light.ON, bright, Math.min(nextEntry, Math.min(dim, off) - idle));
  }

  private long nanosToNextEntry(Optional<LocalTime> timeOfDay) {
    if (schedule.entries().isEmpty()) {
      return Long.MAX_VALUE;
    }
    return timeOfDay.map(schedule::nanosToNextEntry).orElse(LOOK_FOR_TIME.toNanos());
  }

  private static long nanos(Optional<Duration> after) {
    return after.map(Duration::toNanos).orElse(Long.MAX_VALUE);
  }
}
