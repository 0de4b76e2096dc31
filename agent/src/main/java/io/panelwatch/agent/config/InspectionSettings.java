package io.panelwatch.agent.config;

import java.util.Locale;

/**
 * {@code [inspection]}: how often a person looks at what no sensor sees. Values in the file: {@code
 * monthly}, {@code quarterly}, {@code half-yearly}, {@code yearly}, {@code off}.
 *
 * @param power power cable, supply voltage
 * @param memoryAndDisks memory seated, disk cabling and LEDs ({@code memory-and-disks})
 * @param fans fans, heat sinks, dust
 * @param displayCable graphics, display cable ({@code display-cable})
 * @param mainBoard main board slots and ports ({@code main-board})
 */
public record InspectionSettings(
    Interval power,
    Interval memoryAndDisks,
    Interval fans,
    Interval displayCable,
    Interval mainBoard) {

  /** How often something is inspected. */
  public enum Interval {
    MONTHLY,
    QUARTERLY,
    HALF_YEARLY,
    YEARLY,
    OFF;

    /** As it stands in the file: {@code half-yearly}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The schedule that the house's technicians keep. */
  public static final InspectionSettings DEFAULT =
      new InspectionSettings(
          Interval.MONTHLY,
          Interval.MONTHLY,
          Interval.QUARTERLY,
          Interval.QUARTERLY,
          Interval.HALF_YEARLY);
}
