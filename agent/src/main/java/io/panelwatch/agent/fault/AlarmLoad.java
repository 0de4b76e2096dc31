package io.panelwatch.agent.fault;

import java.util.Map;
import java.util.Optional;

/**
 * What the alarms of a board ask of the people who answer them, over the last 24 hours, to be held
 * against EEMUA 191 and ISA-18.2 (IEC 62682, 16.5): on average at most one in ten minutes, at most
 * ten in any ten minutes, a flood in less than 1 % of the time (15 minutes of a day), and of the
 * three priorities about 5, 15 and 80 %.
 *
 * @param in10Minutes how many began in the last ten minutes
 * @param in24Hours how many began in the last day; {@value AlarmMeter#MOST} means that or more
 * @param mostIn10Minutes of any ten minutes of the day
 * @param flood whether more begin at present than anybody can answer
 * @param floodMinutes for how many minutes of the day that was so, 0 to 1,440
 * @param bySeverity how many of each; every severity is there
 * @param mostFrequent which one began most often, where one began more than once
 */
public record AlarmLoad(
    int in10Minutes,
    int in24Hours,
    int mostIn10Minutes,
    boolean flood,
    int floodMinutes,
    Map<Severity, Integer> bySeverity,
    Optional<Frequent> mostFrequent) {

  private static final double TEN_MINUTES_OF_A_DAY = 144;

  /**
   * An alarm that comes again and again: where a few make up most of the load, it is their cause or
   * their limit that wants attention.
   *
   * @param times how often it began, from 2
   */
  public record Frequent(String code, String component, int times) {}

  public AlarmLoad {
    bySeverity = Map.copyOf(bySeverity);
  }

  /** The average of the day, in alarms per ten minutes. */
  public double per10Minutes() {
    return in24Hours / TEN_MINUTES_OF_A_DAY;
  }
}
