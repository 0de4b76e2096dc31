package io.panelwatch.display.power;

import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How bright a panel is by the time of day: each entry holds from its time until the next one's,
 * the last one over midnight until the first.
 *
 * @param brightPercent without entries, and where a day has none brighter than dark; 1 to 100
 * @param entries in the order of their times, each time once
 */
public record BrightnessSchedule(int brightPercent, List<Entry> entries) {

  private static final long NANOS_OF_A_DAY = 24 * 3_600 * 1_000_000_000L;

  /**
   * From a time of day on, this bright.
   *
   * @param at local time
   * @param percent 0 to 100; 0 lets the panel sleep
   */
  public record Entry(LocalTime at, int percent) {

    /** Refuses what no light can be. */
    public Entry {
      if (percent < 0 || percent > 100) {
        throw new IllegalArgumentException("brightness is 0 to 100 percent, not " + percent);
      }
    }
  }

  /** Refuses a brightness that is none and entries out of order. */
  public BrightnessSchedule {
    if (brightPercent < 1 || brightPercent > 100) {
      throw new IllegalArgumentException("brightness is 1 to 100 percent, not " + brightPercent);
    }
    entries = List.copyOf(entries);
    for (int i = 1; i < entries.size(); i++) {
      if (!entries.get(i - 1).at().isBefore(entries.get(i).at())) {
        throw new IllegalArgumentException(
            "%s comes after %s in a brightness schedule"
                .formatted(entries.get(i).at(), entries.get(i - 1).at()));
      }
    }
  }

  /** Always this bright, in percent, 1 to 100. */
  public static BrightnessSchedule always(int percent) {
    return new BrightnessSchedule(percent, List.of());
  }

  /**
   * How bright the panel is meant to be, in percent, 0 to 100; the brightest that it ever is where
   * the time of day is not known, because a panel too bright at night is read and one too dark at
   * noon is not.
   */
  public int percentAt(Optional<LocalTime> timeOfDay) {
    if (entries.isEmpty()) {
      return brightPercent;
    }
    return timeOfDay
        .map(this::entryAt)
        .orElseGet(
            () -> entries.stream().max(Comparator.comparingInt(Entry::percent)).orElseThrow())
        .percent();
  }

  /** The same for a panel that somebody looks at: never dark. */
  public int awakePercentAt(Optional<LocalTime> timeOfDay) {
    int percent = percentAt(timeOfDay);
    return percent == 0 ? brightPercent : percent;
  }

  /** Nanoseconds from a time of day to the next entry's; only where there are entries. */
  long nanosToNextEntry(LocalTime timeOfDay) {
    return entries.stream()
        .map(entry -> entry.at().toNanoOfDay() - timeOfDay.toNanoOfDay())
        .map(nanos -> nanos > 0 ? nanos : nanos + NANOS_OF_A_DAY)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private Entry entryAt(LocalTime timeOfDay) {
    return entries.reversed().stream()
        .filter(entry -> !entry.at().isAfter(timeOfDay))
        .findFirst()
        .orElseGet(entries::getLast);
  }
}
