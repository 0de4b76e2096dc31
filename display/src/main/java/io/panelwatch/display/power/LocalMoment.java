package io.panelwatch.display.power;

import io.panelwatch.hal.BoardClock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A moment as those see it who decide by idle time and by the hour.
 *
 * @param monotonicNanos the board's monotonic time
 * @param timeOfDay where the panel stands; empty while the wall clock cannot be trusted
 */
public record LocalMoment(long monotonicNanos, Optional<LocalTime> timeOfDay) {

  /** Now, by that clock, in that zone. */
  public static LocalMoment of(BoardClock clock, ZoneId zone) {
    Optional<LocalTime> timeOfDay =
        clock.wallTrusted()
            ? Optional.of(clock.wall().atZone(zone).toLocalTime())
            : Optional.empty();
    return new LocalMoment(clock.monotonicNanos(), timeOfDay);
  }
}
