package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.health.Scan;
import java.time.Instant;

/**
 * When something is done or seen.
 *
 * @param wall the wall clock's stamp
 * @param trusted whether it may be believed
 * @param monotonicNanos the same moment; never less than that of the scan or action before
 */
public record Moment(Instant wall, boolean trusted, long monotonicNanos) {

  /** When that scan was. */
  static Moment of(Scan scan) {
    return new Moment(scan.wall(), scan.wallTrusted(), scan.monotonicNanos());
  }
}
