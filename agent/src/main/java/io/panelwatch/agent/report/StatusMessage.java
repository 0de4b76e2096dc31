package io.panelwatch.agent.report;

import static io.panelwatch.agent.report.Json.put;

import io.panelwatch.agent.store.OutboxStatus;

/** {@code up/status}: birth, goodbye and, as the will, death. */
final class StatusMessage {

  private StatusMessage() {}

  /**
   * The message.
   *
   * @param connectionSeq counts connections over restarts; a death with an older one is of the past
   */
  static String of(DeviceProfile profile, boolean online, long connectionSeq, OutboxStatus outbox) {
    return Json.object(
        json -> {
          put(json, "online", online);
          put(json, "bootId", profile.bootId());
          put(json, "connSeq", connectionSeq);
          put(json, "epoch", outbox.epoch());
          put(json, "oldestSeq", outbox.oldestSeq());
          put(json, "lastSeq", outbox.lastSeq());
          put(json, "version", profile.version());
          put(json, "model", profile.model());
          put(json, "serial", profile.serial());
          json.name("capabilities");
          json.beginArray();
          json.value("queue");
          json.value("ticket");
          json.value("notice");
          json.endArray();
        });
  }
}
