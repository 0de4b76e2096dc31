package io.panelwatch.agent.config;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code [inspection]}: how often a person looks at what no sensor sees. Values in the file: {@code
 * monthly}, {@code quarterly}, {@code half-yearly}, {@code yearly}, {@code off}; under {@code
 * every-hours} a number of hours that the agent has run.
 *
 * @param items each of them
 */
public record InspectionSettings(Map<Item, Every> items) {

  /** What is looked at. */
  public enum Item {
    /** Power cable, supply voltage. */
    POWER,
    /** Memory seated, disk cabling and LEDs. */
    MEMORY_AND_DISKS,
    /** Fans, heat sinks, dust. */
    FANS,
    /** Graphics, display cable. */
    DISPLAY_CABLE,
    /** Main board slots and ports. */
    MAIN_BOARD;

    /** As it stands in the file: {@code display-cable}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * How often something is inspected: whichever comes first.
   *
   * @param interval by the calendar
   * @param runningHours of the agent, 1 to 100,000
   */
  public record Every(Interval interval, Optional<Integer> runningHours) {

    /** Whether it is inspected at all. */
    public boolean isOn() {
      return interval != Interval.OFF || runningHours.isPresent();
    }
  }

  /** How often by the calendar. */
  public enum Interval {
    MONTHLY(1),
    QUARTERLY(3),
    HALF_YEARLY(6),
    YEARLY(12),
    OFF(0);

    private final int months;

    Interval(int months) {
      this.months = months;
    }

    /** How long it is; 0 for never. */
    public int months() {
      return months;
    }

    /** As it stands in the file: {@code half-yearly}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The schedule that the house's technicians keep. */
  public static final InspectionSettings DEFAULT =
      new InspectionSettings(
          Map.of(
              Item.POWER, every(Interval.MONTHLY),
              Item.MEMORY_AND_DISKS, every(Interval.MONTHLY),
              Item.FANS, every(Interval.QUARTERLY),
              Item.DISPLAY_CABLE, every(Interval.QUARTERLY),
              Item.MAIN_BOARD, every(Interval.HALF_YEARLY)));

  public InspectionSettings {
    var sorted = new EnumMap<Item, Every>(Item.class);
    sorted.putAll(items);
    items = Collections.unmodifiableMap(sorted);
  }

  /** By the calendar alone. */
  public static Every every(Interval interval) {
    return new Every(interval, Optional.empty());
  }

  /** How often that is inspected. */
  public Every of(Item item) {
    return items.getOrDefault(item, every(Interval.OFF));
  }
}
