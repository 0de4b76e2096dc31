package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.BoardClock;
import java.time.Instant;

/**
 * When something is done or seen.
 *
 * @param wall the wall clock's stamp
 * @param trusted whether it may be believed
 * @param monotonicNanos the same moment; never less than that of the scan or action before
 */
public record Moment(Instant wall, boolean trusted, long monotonicNanos) {

  /** Now. */
  public static Moment of(BoardClock clock) {
    return new Moment(clock.wall(), clock.wallTrusted(), clock.monotonicNanos());
  }

  /** When that scan was. */
  static Moment of(Scan scan) {
    return new Moment(scan.wall(), scan.wallTrusted(), scan.monotonicNanos());
  }
}
