package io.panelwatch.agent.report;

import static io.panelwatch.agent.report.Json.put;

import io.panelwatch.agent.store.AlarmRate;
import io.panelwatch.agent.store.OutboxStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;

/** {@code up/health}: readings, outbox, display counters, alarm rate; of the moment only. */
final class HealthMessage {

  private HealthMessage() {}

  static String of(Health health, OutboxStatus outbox, AlarmRate alarms, Instant now) {
    return Json.object(
        json -> {
          put(json, "time", health.scan().wall().toString());
          put(json, "clockTrusted", health.scan().wallTrusted());
          Json.array(
              json,
              "readings",
              health.scan().readings(),
              reading -> {
                put(json, "name", reading.quantity().text());
                FaultBody.writeReading(json, reading);
              });
          Json.object(
              json,
              "outbox",
              () -> {
                put(json, "depth", outbox.depth());
                put(json, "ageS", ageSeconds(outbox, now));
              });
          Json.object(
              json,
              "display",
              () -> new TreeMap<>(health.display()).forEach((name, n) -> put(json, name, n)));
          Json.object(
              json,
              "alarmRate",
              () -> {
                put(json, "in10Minutes", alarms.in10Minutes());
                put(json, "in24Hours", alarms.in24Hours());
              });
        });
  }

  /** By the wall clock, which may have stepped: never less than nothing. */
  private static long ageSeconds(OutboxStatus outbox, Instant now) {
    return outbox
        .oldestWritten()
        .map(written -> Math.max(0, Duration.between(written, now).toSeconds()))
        .orElse(0L);
  }
}
