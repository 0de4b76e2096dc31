package io.panelwatch.agent.report;

import static io.panelwatch.agent.report.Json.put;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.store.OutboxPlace;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the events of one device have in common: CloudEvents 1.0 in structured JSON.
 *
 * <p>The attributes {@code source} and {@code id} together name an event once and for ever ({@code
 * id} is {@code device:epoch:seq}), so a backend may see one twice and still apply it once. The
 * place stands in {@code data} as well.
 *
 * @param device whose events they are
 */
record CloudEvents(String device) {

  /**
   * The attributes of one event.
   *
   * @param type below {@code io.panelwatch.}, without its version
   * @param time by the wall clock
   * @param trusted whether that may be believed
   * @param subject what it is about; not written where it is empty
   */
  record Attributes(String type, Instant time, boolean trusted, String subject) {}

  /**
   * An event.
   *
   * @param data writes what {@code data} has beside the place
   */
  String event(OutboxPlace place, Attributes attributes, Consumer<JsonWriter> data) {
    return Json.object(
        json -> {
          put(json, "specversion", "1.0");
          put(json, "id", id(place.epoch(), place.seq()));
          put(json, "source", "/panelwatch/" + device);
          put(json, "type", "io.panelwatch." + attributes.type + ".v1");
          put(json, "time", attributes.time.toString());
          put(json, "clocktrusted", attributes.trusted);
          put(json, "datacontenttype", "application/json");
          if (!attributes.subject.isEmpty()) {
            put(json, "subject", attributes.subject);
          }
          Json.object(
              json,
              "data",
              () -> {
                put(json, "epoch", place.epoch());
                put(json, "seq", place.seq());
                data.accept(json);
              });
        });
  }

  /** The same event at another place. */
  String moved(String event, long epoch, long seq) {
    Map<String, Object> changed = Json.parse(event);
    changed.put("id", id(epoch, seq));
    Map<String, Object> data = data(changed);
    data.put("epoch", epoch);
    data.put("seq", seq);
    changed.put("data", data);
    return Json.write(changed);
  }

  /** The same event with some of its data replaced. */
  static String with(String event, Map<String, Object> replaced) {
    Map<String, Object> changed = Json.parse(event);
    Map<String, Object> data = data(changed);
    data.putAll(replaced);
    changed.put("data", data);
    return Json.write(changed);
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
    return device + ":" + epoch + ":" + seq;
  }
}
