package io.panelwatch.agent.report;

import static io.panelwatch.agent.report.Json.put;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
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

  /** An encoder for one device. The clock says whether an event's time may be believed. */
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
          writeAttributes(json, place.epoch(), place.seq(), type, fault.last());
          put(json, "subject", fault.faultId());
          Json.object(
              json,
              "data",
              () -> {
                put(json, "epoch", place.epoch());
                put(json, "seq", place.seq());
                put(json, "transition", kind);
                body.write(json, fault, transition.kind() == FaultTransition.Kind.ACKNOWLEDGED);
                writeOccurrences(json, fault, place);
                FaultBody.writeFreezeFrame(json, fault.freezeFrame());
                writeResolution(json);
              });
        });
  }

  private void writeAttributes(JsonWriter json, long epoch, long seq, String type, Instant time) {
    put(json, "specversion", "1.0");
    put(json, "id", id(epoch, seq));
    put(json, "source", "/panelwatch/" + profile.device());
    put(json, "type", type);
    put(json, "time", time.toString());
    put(json, "clocktrusted", clock.wallTrusted());
    put(json, "datacontenttype", "application/json");
  }

  private static void writeOccurrences(JsonWriter json, Fault fault, OutboxPlace place) {
    Json.object(
        json,
        "occurrences",
        () -> {
          put(json, "total", fault.occurrence());
          put(json, "thisBoot", place.occurrencesThisBoot());
          put(json, "cleanCycles", 0);
        });
  }

  private static void writeResolution(JsonWriter json) {
    Json.object(
        json,
        "resolution",
        () -> {
          for (String key : List.of("by", "action", "part", "verified")) {
            put(json, key, Optional.empty());
          }
        });
  }

  @Override
  public String skipped(long epoch, long seq) {
    return Json.object(
        json -> {
          writeAttributes(json, epoch, seq, "io.panelwatch.skipped.v1", clock.wall());
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
  public String moved(String payload, long epoch, long seq) {
    Map<String, Object> event = Json.parse(payload);
    if (!(event.get("data") instanceof Map<?, ?> old)) {
      throw new IllegalArgumentException("an event of the outbox has no data: " + event.get("id"));
    }
    var data = new LinkedHashMap<String, Object>();
    old.forEach((key, value) -> data.put((String) key, value));
    data.put("epoch", epoch);
    data.put("seq", seq);
    event.put("id", id(epoch, seq));
    event.put("data", data);
    return Json.write(event);
  }

  private String id(long epoch, long seq) {
    return profile.device() + ":" + epoch + ":" + seq;
  }
}
