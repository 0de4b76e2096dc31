package io.panelwatch.agent.daemon;

import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.report.Health;
import io.panelwatch.agent.report.Reporting;
import io.panelwatch.display.Counters;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells the backend regularly how the board is: at the first scan, then once in {@link #INTERVAL}.
 * Used by the watch's thread only.
 */
final class Telemetry {

  /** From one health message to the next. */
  static final Duration INTERVAL = Duration.ofMinutes(1);

  private final Reporting reporting;
  private final Optional<Lcd> lcd;
  private final Alarms alarms;
  private final Supplier<Optional<Visit>> visit;
  private long dueNanos = Long.MIN_VALUE;

  /**
   * @param lcd whose engine's counters are told as well
   * @param alarms whose load is told as well
   * @param visit that is open
   */
  Telemetry(
      Reporting reporting, Optional<Lcd> lcd, Alarms alarms, Supplier<Optional<Visit>> visit) {
    this.reporting = reporting;
    this.lcd = lcd;
    this.alarms = alarms;
    this.visit = visit;
  }

  /** Tells about that scan if it is time to. */
  void take(Scan scan) {
    if (scan.monotonicNanos() < dueNanos) {
      return;
    }
    dueNanos = scan.monotonicNanos() + INTERVAL.toNanos();
    Map<String, Long> display = lcd.map(port -> counted(port.counters())).orElse(Map.of());
    reporting.health(new Health(scan, display, alarms.load(), visit.get(), INTERVAL));
  }

  private static Map<String, Long> counted(Counters counters) {
    return Map.ofEntries(
        Map.entry("frames", counters.frames()),
        Map.entry("windows", counters.windows()),
        Map.entry("bytes", counters.bytes()),
        Map.entry("scrubbedBytes", counters.scrubbedBytes()),
        Map.entry("lastFlushMicros", counters.lastFlushNanos() / 1_000),
        Map.entry("longestFlushMicros", counters.longestFlushNanos() / 1_000),
        Map.entry("totalFlushMicros", counters.totalFlushNanos() / 1_000),
        Map.entry("lastLatencyMicros", counters.lastLatencyNanos() / 1_000),
        Map.entry("longestLatencyMicros", counters.longestLatencyNanos() / 1_000),
        Map.entry("transferMicros", counters.transferNanos() / 1_000),
        Map.entry("initialisations", counters.initialisations()),
        Map.entry("selfResets", counters.selfResets()),
        Map.entry("linkErrors", counters.linkErrors()));
  }
}
