package io.panelwatch.agent.daemon;

import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.report.Health;
import io.panelwatch.agent.report.Reporting;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Tells the backend regularly how the board is: at the first scan, then once in {@link #INTERVAL}.
 * Used by the watch's thread only.
 */
final class Telemetry {

  /** From one health message to the next. */
  static final Duration INTERVAL = Duration.ofMinutes(1);

  private final Reporting reporting;
  private final Supplier<Map<String, Long>> display;
  private long dueNanos = Long.MIN_VALUE;

  /**
   * @param display counters of the display engine, by name
   */
  Telemetry(Reporting reporting, Supplier<Map<String, Long>> display) {
    this.reporting = reporting;
    this.display = display;
  }

  /** Tells about that scan if it is time to. */
  void take(Scan scan) {
    if (scan.monotonicNanos() < dueNanos) {
      return;
    }
    dueNanos = scan.monotonicNanos() + INTERVAL.toNanos();
    reporting.health(new Health(scan, display.get(), INTERVAL));
  }
}
