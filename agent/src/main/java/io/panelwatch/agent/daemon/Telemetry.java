package io.panelwatch.agent.daemon;

import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.report.Health;
import io.panelwatch.agent.report.Inventory;
import io.panelwatch.agent.report.Reporting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Tells the backend regularly how the board is and what it is made of: at the first scan, then once
 * in {@link #INTERVAL}. Used by the watch's thread only.
 */
final class Telemetry {

  /** From one health message to the next. */
  static final Duration INTERVAL = Duration.ofMinutes(1);

  private final Reporting reporting;
  private final Supplier<Map<String, Long>> display;
  private final String panel;
  private final List<String> software;
  private long dueNanos = Long.MIN_VALUE;

  /**
   * @param display counters of the display engine, by name
   * @param panel the profile's name, or empty where there is no LCD
   * @param software name and version of what runs
   */
  Telemetry(
      Reporting reporting,
      Supplier<Map<String, Long>> display,
      String panel,
      List<String> software) {
    this.reporting = reporting;
    this.display = display;
    this.panel = panel;
    this.software = List.copyOf(software);
  }

  /** Tells about that scan if it is time to. */
  void take(Scan scan) {
    if (scan.monotonicNanos() < dueNanos) {
      return;
    }
    dueNanos = scan.monotonicNanos() + INTERVAL.toNanos();
    reporting.inventory(Inventory.of(scan, panel, software));
    reporting.health(new Health(scan, display.get(), INTERVAL));
  }
}
