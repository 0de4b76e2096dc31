package io.panelwatch.display.power;

import java.time.Duration;
import java.time.LocalTime;

/**
 * When a panel that cannot be asked how it is gets a new initialisation, because it may have lost
 * its settings without anybody knowing: once a night in a quiet hour, and once in 24 hours where
 * the time of day is not known. It goes dark for a moment then, so never while a person is to look.
 *
 * @param from the begin of the quiet hour, local time
 */
public record NightRenewal(LocalTime from) {

  /** Three in the morning, when a kiosk has no customers. */
  public static final NightRenewal AT_THREE = new NightRenewal(LocalTime.of(3, 0));

  private static final Duration QUIET = Duration.ofHours(1);

  /** Longer than the quiet hour, so that it comes once in it, and shorter than a night. */
  private static final Duration FRESH = Duration.ofHours(3);

  private static final Duration WITHOUT_TIME_OF_DAY = Duration.ofHours(24);
  private static final long NANOS_OF_A_DAY = Duration.ofDays(1).toNanos();

  /**
   * Whether it is time.
   *
   * @param lastNanos monotonic time of the last initialisation
   * @param attention something waits for a person who must see it
   */
  public boolean due(long lastNanos, boolean attention, LocalMoment now) {
    if (attention) {
      return false;
    }
    long age = now.monotonicNanos() - lastNanos;
    return now.timeOfDay()
        .map(timeOfDay -> isQuiet(timeOfDay) && age >= FRESH.toNanos())
        .orElse(age >= WITHOUT_TIME_OF_DAY.toNanos());
  }

  private boolean isQuiet(LocalTime timeOfDay) {
    long since = timeOfDay.toNanoOfDay() - from.toNanoOfDay();
    return Math.floorMod(since, NANOS_OF_A_DAY) < QUIET.toNanos();
  }
}
