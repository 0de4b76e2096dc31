package io.panelwatch.agent.report;

import static io.panelwatch.agent.report.Json.put;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.store.OutboxPlace;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fault transitions as events ({@code up/fault}). Thread-safe. */
final class FaultEventEncoder {

  private final CloudEvents events;
  private final FaultBody body;

  FaultEventEncoder(DeviceProfile profile) {
    events = new CloudEvents(profile.device());
    body = new FaultBody(profile);
  }

  /** Its event: {@code io.panelwatch.fault.raised.v1} and so on; the subject is the faultId. */
  String encode(FaultTransition transition, OutboxPlace place) {
    Fault fault = transition.fault();
    Stamp at = transition.at();
    String kind = transition.kind().name();
    String type = "fault." + kind.toLowerCase(Locale.ROOT);
    return events.event(
        place,
        new CloudEvents.Attributes(type, at.wall(), at.trusted(), fault.faultId()),
        json -> {
          put(json, "transition", kind);
          body.write(json, fault, place.durable(), true);
          writeOccurrences(json, fault.occurrence());
          FaultBody.writeFreezeFrame(json, fault.freezeFrame());
        });
  }

  /** The same event without what was read and advised. */
  static String brief(String event) {
    Map<String, Object> nothing = Map.of("before", List.of(), "raw", Map.of());
    return CloudEvents.with(event, Map.of("advice", List.of(), "freezeFrame", nothing));
  }

  private static void writeOccurrences(JsonWriter json, Occurrence occurrence) {
    Json.object(
        json,
        "occurrences",
        () -> {
          put(json, "total", occurrence.total());
          put(json, "thisBoot", occurrence.thisBoot());
          put(json, "cleanCycles", occurrence.cleanCycles());
        });
  }
}
