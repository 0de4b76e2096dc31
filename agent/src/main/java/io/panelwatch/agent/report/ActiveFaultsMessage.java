package io.panelwatch.agent.report;

import static io.panelwatch.agent.report.Json.put;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.store.OutboxStatus;
import java.util.List;

/**
 * {@code up/faults/active}: what is true now, so that a backend which lost an event heals. Without
 * freeze frames, which are history and would make it large.
 */
final class ActiveFaultsMessage {

  private ActiveFaultsMessage() {}

  static String of(DeviceProfile profile, List<Fault> active, OutboxStatus outbox) {
    var body = new FaultBody(profile);
    return Json.object(
        json -> {
          put(json, "epoch", outbox.epoch());
          put(json, "lastSeq", outbox.lastSeq());
          Json.array(json, "faults", active, fault -> body.write(json, fault, false));
        });
  }
}
