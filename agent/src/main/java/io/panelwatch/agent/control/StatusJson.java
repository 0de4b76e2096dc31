package io.panelwatch.agent.control;

/** A status as JSON, in one line; the record's components are the keys. */
final class StatusJson {

  private StatusJson() {}

  static String write(ControlStatus status) {
    return ControlProtocol.json(
        json -> {
          json.beginObject();
          JsonFields.text(json, "device", status.device());
          JsonFields.text(json, "version", status.version());
          JsonFields.number(json, "pid", status.pid());
          JsonFields.number(json, "uptimeSeconds", status.uptimeSeconds());
          JsonFields.text(json, "link", status.link());
          JsonFields.number(json, "outboxDepth", status.outboxDepth());
          JsonFields.number(json, "activeFaults", status.activeFaults());
          json.endObject();
        });
  }
}
