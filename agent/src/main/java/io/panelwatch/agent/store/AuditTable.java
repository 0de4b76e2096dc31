package io.panelwatch.agent.store;

import io.panelwatch.agent.service.AuditEntry;
import java.util.List;
import java.util.Optional;

/** What people have done on the device, in its order. Entries never change. */
final class AuditTable {

  /** More of them leave with the oldest, however young they are. */
  static final int MOST = 20_000;

  private final Database database;

  AuditTable(Database database) {
    this.database = database;
  }

  /** Adds one, in the place of the oldest where there are too many. */
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
    database.update("DELETE FROM audit WHERE n <= (SELECT max(n) FROM audit) - ?", MOST);
  }

  /**
   * Adds what was held in memory while the storage refused, but for what an attempt that was
   * refused has left here all the same: that would be among the latest ones.
   */
  void takeOver(List<AuditEntry> held) {
    List<AuditEntry> left = latest(held.size());
    held.stream().filter(entry -> !left.contains(entry)).forEach(this::add);
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
    return database.query(
        "SELECT * FROM audit " + which,
        row ->
            new AuditEntry(
                Row.stamp(row, "audit"),
                Row.actor(row, "audit").orElseThrow(),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("outcome")),
        arguments);
  }
}
