package io.panelwatch.agent.store;

import io.panelwatch.agent.service.AuditEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The latest of what people did on the device, or tried to do.
 *
 * @param entries the newest first
 * @param dtcs what the faults are of that the entries name, by faultId; those that are known
 * @param more whether there are older ones
 * @param unread why there is no more than what is held in memory; empty where nothing is left out
 */
public record AuditPage(
    List<AuditEntry> entries, Map<String, Dtc> dtcs, boolean more, Optional<String> unread) {

  /** A trouble code on a component. */
  public record Dtc(String code, String component) {}

  public AuditPage {
    entries = List.copyOf(entries);
    dtcs = Map.copyOf(dtcs);
  }
}
