package io.panelwatch.agent.control;

import io.avaje.json.JsonWriter;

/** A status as JSON, in one line; the record's components are the keys. */
final class StatusJson {

  private StatusJson() {}

  static String write(ControlStatus status) {
    return ControlProtocol.json(
        json -> {
          json.beginObject();
          text(json, "device", status.device());
          text(json, "version", status.version());
          number(json, "pid", status.pid());
          number(json, "uptimeSeconds", status.uptimeSeconds());
          text(json, "link", status.link());
          number(json, "outboxDepth", status.outboxDepth());
          number(json, "activeFaults", status.activeFaults());
          json.endObject();
        });
  }

  private static void text(JsonWriter json, String key, String value) {
    json.name(key);
    json.value(value);
  }

  private static void number(JsonWriter json, String key, long value) {
    json.name(key);
    json.value(value);
  }
}
