package io.panelwatch.agent.report;

import static io.panelwatch.agent.report.Json.put;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.agent.service.ServiceEvent;
import io.panelwatch.agent.store.OutboxPlace;
import java.time.Duration;
import java.util.Locale;

/**
 * What people do on the device as events ({@code up/service}), {@code
 * io.panelwatch.service.signed-off.v1} and so on, each with a word of {@link ServiceEvent}. All
 * have one shape:
 *
 * <pre>{@code
 * "subject": "f-1",                     a faultId, a visit, an inspection, CODE COMPONENT; or left out
 * "data": {
 *   "epoch": 1900000001, "seq": 8,      of the outbox that up/fault has, too
 *   "event": "SIGNED_OFF",              as the type has it
 *   "durable": true,                    whether it is stored, and not only held in memory
 *   "action": "resolve",                what was asked for
 *   "subject": "f-1",                   as above; empty where there is none
 *   "detail": "cleaned; Fan 60x60x15",  what else was said of it, for people; may be empty
 *   "outcome": "done",                  of a retest passed, failed, inconclusive; of an AUDIT also
 *                                       already, or why it was refused
 *   "by": {"kind": "shell", "name": "lin"},
 *   "time": {"at": .., "clockTrusted": .., "bootId": .., "uptimeS": ..}
 * }
 * }</pre>
 *
 * <p>There is nothing of a personal code in it. Thread-safe.
 */
final class ServiceEventEncoder {

  private final CloudEvents events;

  ServiceEventEncoder(DeviceProfile profile) {
    events = new CloudEvents(profile.device());
  }

  /** Its event. */
  String encode(AuditEntry entry, OutboxPlace place) {
    ServiceEvent event = ServiceEvent.of(entry);
    Stamp at = entry.at();
    return events.event(
        place,
        new CloudEvents.Attributes(
            "service." + event.word(), at.wall(), at.trusted(), entry.subject()),
        json -> {
          put(json, "event", event.name());
          put(json, "durable", place.durable());
          put(json, "action", entry.action());
          put(json, "subject", entry.subject());
          put(json, "detail", entry.detail());
          put(json, "outcome", entry.outcome());
          writeActor(json, entry.by());
          writeTime(json, at);
        });
  }

  private static void writeActor(JsonWriter json, Actor by) {
    Json.object(
        json,
        "by",
        () -> {
          put(json, "kind", by.kind().name().toLowerCase(Locale.ROOT));
          put(json, "name", by.name());
        });
  }

  private static void writeTime(JsonWriter json, Stamp at) {
    Json.object(
        json,
        "time",
        () -> {
          put(json, "at", at.wall().toString());
          put(json, "clockTrusted", at.trusted());
          put(json, "bootId", at.bootId());
          put(json, "uptimeS", Duration.ofMillis(at.uptimeMillis()).toSeconds());
        });
  }
}
