package io.panelwatch.agent.report;

import static io.panelwatch.agent.report.Json.put;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.fault.AlarmLoad;
import io.panelwatch.agent.fault.Ne107;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.health.SourceState;
import io.panelwatch.agent.store.OutboxStatus;
import io.panelwatch.hal.BoardClock;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * {@code up/health}, of the moment only: readings; how each of their sources fared, how long it
 * took and how old its readings are; outbox, display counters, alarm rate; and the service visit
 * that is open, while which the device is in NE 107 class C.
 */
final class HealthMessage {

  private HealthMessage() {}

  static String of(Health health, OutboxStatus outbox, BoardClock clock) {
    return Json.object(
        json -> {
          put(json, "time", health.scan().wall().toString());
          put(json, "clockTrusted", health.scan().wallTrusted());
          Json.array(
              json,
              "readings",
              health.scan().readings().stream().filter(Reading::mayBeTold).toList(),
              reading -> {
                put(json, "name", reading.quantity().text());
                FaultBody.writeReading(json, reading);
              });
          Json.array(
              json, "sources", health.scan().sources(), s -> writeSource(json, health.scan(), s));
          Json.object(
              json,
              "outbox",
              () -> {
                put(json, "depth", outbox.depth());
                put(json, "ageS", ageSeconds(outbox, clock));
              });
          Json.object(
              json,
              "display",
              () -> new TreeMap<>(health.display()).forEach((name, n) -> put(json, name, n)));
          Json.object(json, "alarmRate", () -> writeAlarms(json, health.alarms()));
          health
              .visit()
              .ifPresentOrElse(
                  visit -> Json.object(json, "visit", () -> writeVisit(json, visit)),
                  () -> put(json, "visit", Optional.empty()));
        });
  }

  private static void writeAlarms(JsonWriter json, AlarmLoad alarms) {
    put(json, "in10Minutes", alarms.in10Minutes());
    put(json, "in24Hours", alarms.in24Hours());
    put(json, "per10Minutes", hundredths(alarms.per10Minutes()));
    put(json, "mostIn10Minutes", alarms.mostIn10Minutes());
    put(json, "flood", alarms.flood());
    put(json, "floodMinutes", alarms.floodMinutes());
    Json.object(
        json,
        "severities",
        () -> {
          for (Severity severity : Severity.values()) {
            put(json, severity.name(), alarms.bySeverity().getOrDefault(severity, 0));
          }
        });
    alarms
        .mostFrequent()
        .ifPresentOrElse(
            frequent -> Json.object(json, "mostFrequent", () -> writeFrequent(json, frequent)),
            () -> put(json, "mostFrequent", Optional.empty()));
  }

  private static void writeVisit(JsonWriter json, Visit visit) {
    put(json, "id", visit.id());
    put(json, "opened", visit.opened().wall().toString());
    put(json, "ne107", Ne107.FUNCTION_CHECK.letter());
  }

  private static void writeFrequent(JsonWriter json, AlarmLoad.Frequent frequent) {
    put(json, "code", frequent.code());
    put(json, "component", frequent.component());
    put(json, "times", frequent.times());
  }

  private static OptionalDouble hundredths(double value) {
    return OptionalDouble.of(Math.round(value * 100) / 100.0);
  }

  /** How a source fared when it was last asked, and how old what it told has become. */
  private static void writeSource(JsonWriter json, Scan scan, SourceState source) {
    put(json, "family", source.family().name().toLowerCase(Locale.ROOT));
    put(json, "outcome", source.outcome().name().toLowerCase(Locale.ROOT));
    put(json, "errno", source.errno());
    put(json, "path", source.path());
    put(json, "tookMicros", source.tookNanos() / 1_000);
    put(json, "ageMs", source.ageNanos(scan.monotonicNanos()) / 1_000_000);
  }

  private static long ageSeconds(OutboxStatus outbox, BoardClock clock) {
    return outbox.oldest().map(waiting -> waiting.age(clock).toSeconds()).orElse(0L);
  }
}
