package io.panelwatch.agent.store;

import io.panelwatch.agent.service.AuditEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * The latest of what people did, in memory. As in {@link AuditTable}, an entry leaves for one of
 * its like only. Not thread-safe.
 */
final class HeldAudit {

  private final int most;
  private final List<AuditEntry> entries = new ArrayList<>();

  /**
   * None yet.
   *
   * @param most so many of the same action that came to the same are held
   */
  HeldAudit(int most) {
    this.most = most;
  }

  /** Adds one, in the place of the oldest of its like where there are too many. */
  void add(AuditEntry entry) {
    entries.add(entry);
    List<AuditEntry> alike = entries.stream().filter(entry::isLike).toList();
    if (alike.size() > most) {
      entries.remove(alike.getFirst());
    }
  }

  /** All of them, the oldest first. */
  List<AuditEntry> all() {
    return List.copyOf(entries);
  }

  /** The latest ones, the newest first. */
  List<AuditEntry> latest(int limit) {
    return entries.reversed().stream().limit(limit).toList();
  }

  /** The latest ones that came to that, the newest first. */
  List<AuditEntry> latest(String outcome, int limit) {
    return entries.reversed().stream()
        .filter(entry -> entry.outcome().equals(outcome))
        .limit(limit)
        .toList();
  }
}
