package io.panelwatch.agent.store;

import io.panelwatch.agent.service.AuditEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What people have done on the device, in its order. Entries never change.
 *
 * <p>An entry leaves for one of its like only, of the same action that came to the same: who may
 * use the control socket, and has no technician's code, could otherwise push out who signed off
 * what, and the wrong codes that keep the next one from being tried.
 */
final class AuditTable {

  /** So many of the same action that came to the same are kept, however young they are. */
  static final int MOST = 2_000;

  private final Database database;

  AuditTable(Database database) {
    this.database = database;
  }

  /** Adds one, in the place of the oldest of its like where there are too many. */
  void add(AuditEntry entry) {
    var columns =
        new Columns()
            .put("audit", Optional.of(entry.by()))
            .putStamp("audit", Optional.of(entry.at()))
            .put("action", entry.action())
            .put("subject", entry.subject())
            .put("detail", entry.detail())
            .put("outcome", entry.outcome());
    database.update(columns.insertInto("audit"), columns.arguments());
    database.update(
        """
        DELETE FROM audit WHERE outcome = ?1 AND action = ?2 AND n <=
          (SELECT n FROM audit WHERE outcome = ?1 AND action = ?2
            ORDER BY n DESC LIMIT 1 OFFSET ?3)
        """,
        entry.outcome(),
        entry.action(),
        MOST);
  }

  /**
   * Adds what was held in memory while the storage refused, but for what is here: what was known of
   * before, and what an attempt that was refused has left all the same.
   */
  void takeOver(List<AuditEntry> held) {
    Set<AuditEntry> here = new HashSet<>(latest(held.size()));
    here.addAll(latest(AuditEntry.WRONG_CODE, held.size()));
    held.stream().filter(entry -> !here.contains(entry)).forEach(this::add);
  }

  /** The latest ones, the newest first. */
  List<AuditEntry> latest(int limit) {
    return query("ORDER BY n DESC LIMIT ?", limit);
  }

  /** The latest ones that came to that, the newest first. */
  List<AuditEntry> latest(String outcome, int limit) {
    return query("WHERE outcome = ? ORDER BY n DESC LIMIT ?", outcome, limit);
  }

  private List<AuditEntry> query(String which, Object... arguments) {
    return database.readable(
        "SELECT * FROM audit " + which,
        row ->
            new AuditEntry(
                Row.stamp(row, "audit"),
                Row.actor(row, "audit").orElseThrow(),
                Row.required(row, "action"),
                Row.required(row, "subject"),
                Row.required(row, "detail"),
                Row.required(row, "outcome")),
        arguments);
  }
}
