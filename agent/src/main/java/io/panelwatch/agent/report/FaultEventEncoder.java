package io.panelwatch.agent.report;

import static io.panelwatch.agent.report.Json.put;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.Resolution;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.store.OutboxEncoder;
import io.panelwatch.agent.store.OutboxPlace;
import io.panelwatch.hal.BoardClock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Fault transitions as CloudEvents 1.0 in structured JSON ({@code up/fault}).
 *
 * <p>The attributes {@code source} and {@code id} together name an event once and for ever ({@code
 * id} is {@code device:epoch:seq}), so a backend may see one twice and still apply it once.
 * Thread-safe.
 */
public final class FaultEventEncoder implements OutboxEncoder {

  private final DeviceProfile profile;
  private final BoardClock clock;
  private final FaultBody body;

  /** An encoder for one device. The clock stamps what stands for a report that was given up. */
  public FaultEventEncoder(DeviceProfile profile, BoardClock clock) {
    this.profile = profile;
    this.clock = clock;
    body = new FaultBody(profile);
  }

  @Override
  public String encode(FaultTransition transition, OutboxPlace place) {
    Fault fault = transition.fault();
    String kind = transition.kind().name();
    return Json.object(
        json -> {
          String type = "io.panelwatch.fault." + kind.toLowerCase(Locale.ROOT) + ".v1";
          Stamp at = transition.at();
          writeAttributes(json, place.epoch(), place.seq(), type, at.wall(), at.trusted());
          put(json, "subject", fault.faultId());
          Json.object(
              json,
              "data",
              () -> {
                put(json, "epoch", place.epoch());
                put(json, "seq", place.seq());
                put(json, "transition", kind);
                body.write(json, fault, place.durable());
                writeOccurrences(json, fault.occurrence());
                FaultBody.writeFreezeFrame(json, fault.freezeFrame());
                writeResolution(json, fault.standing().resolution());
              });
        });
  }

  private void writeAttributes(
      JsonWriter json, long epoch, long seq, String type, Instant time, boolean trusted) {
    put(json, "specversion", "1.0");
    put(json, "id", id(epoch, seq));
    put(json, "source", "/panelwatch/" + profile.device());
    put(json, "type", type);
    put(json, "time", time.toString());
    put(json, "clocktrusted", trusted);
    put(json, "datacontenttype", "application/json");
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

  private static void writeResolution(JsonWriter json, Optional<Resolution> resolution) {
    Json.object(
        json,
        "resolution",
        () -> {
          put(json, "by", resolution.map(Resolution::by).map(Actor::name));
          put(json, "action", resolution.map(Resolution::action));
          put(json, "part", resolution.map(Resolution::part));
          json.name("verified");
          resolution.ifPresentOrElse(how -> json.value(how.verified()), json::nullValue);
        });
  }

  @Override
  public String skipped(long epoch, long seq) {
    return Json.object(
        json -> {
          String type = "io.panelwatch.skipped.v1";
          writeAttributes(json, epoch, seq, type, clock.wall(), clock.wallTrusted());
          Json.object(
              json,
              "data",
              () -> {
                put(json, "epoch", epoch);
                put(json, "seq", seq);
              });
        });
  }

  @Override
  public String brief(String payload) {
    Map<String, Object> event = Json.parse(payload);
    Map<String, Object> data = data(event);
    data.put("advice", List.of());
    data.put("freezeFrame", Map.of("before", List.of(), "raw", Map.of()));
    event.put("data", data);
    return Json.write(event);
  }

  @Override
  public String moved(String payload, long epoch, long seq) {
    Map<String, Object> event = Json.parse(payload);
    Map<String, Object> data = data(event);
    data.put("epoch", epoch);
    data.put("seq", seq);
    event.put("id", id(epoch, seq));
    event.put("data", data);
    return Json.write(event);
  }

  private static Map<String, Object> data(Map<String, Object> event) {
    if (!(event.get("data") instanceof Map<?, ?> old)) {
      throw new IllegalArgumentException("an event of the outbox has no data: " + event.get("id"));
    }
    var data = new LinkedHashMap<String, Object>();
    old.forEach((key, value) -> data.put((String) key, value));
    return data;
  }

  private String id(long epoch, long seq) {
    return profile.device() + ":" + epoch + ":" + seq;
  }
}
