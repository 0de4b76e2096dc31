package io.panelwatch.agent.store;

import java.time.Duration;

/**
 * How many alarms began of late, to be held against EEMUA 191: on average at most one in ten
 * minutes (144 in a day), and at most ten in ten minutes of a flood.
 *
 * @param in10Minutes by the wall clock, counted from first sight
 * @param in24Hours likewise
 */
public record AlarmRate(int in10Minutes, int in24Hours) {

  static final Duration SHORT = Duration.ofMinutes(10);
  static final Duration LONG = Duration.ofHours(24);
}
