package io.panelwatch.agent.report;

import static io.panelwatch.agent.report.Json.put;

import io.panelwatch.agent.store.ActiveFaults;

/**
 * {@code up/faults/active}: what is true now, so that a backend which lost an event heals. Without
 * freeze frames, which are history and would make it large.
 */
final class ActiveFaultsMessage {

  private ActiveFaultsMessage() {}

  /**
   * @param advised whether each is told with its advice, which is most of it
   */
  static String of(DeviceProfile profile, ActiveFaults active, boolean advised) {
    var body = new FaultBody(profile);
    return Json.object(
        json -> {
          put(json, "epoch", active.outbox().epoch());
          put(json, "lastSeq", active.outbox().lastSeq());
          Json.array(
              json,
              "faults",
              active.faults(),
              fault -> body.write(json, fault, active.durable(), advised));
        });
  }
}
