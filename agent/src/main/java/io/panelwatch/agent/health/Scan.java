package io.panelwatch.agent.health;

import java.time.Instant;
import java.util.List;

/**
 * Everything that was known of the board at one moment.
 *
 * @param wall the wall clock's stamp
 * @param wallTrusted whether that stamp may be believed
 * @param monotonicNanos the same moment for durations
 * @param readings in the stable order of the board's sources and components
 */
public record Scan(Instant wall, boolean wallTrusted, long monotonicNanos, List<Reading> readings) {

  public Scan {
    readings = List.copyOf(readings);
  }
}
