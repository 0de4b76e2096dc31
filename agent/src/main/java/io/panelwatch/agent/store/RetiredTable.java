package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.FaultType;
import io.panelwatch.agent.fault.Retired;
import java.util.List;
import java.util.Optional;

/** What was taken away for good. There is little of it, so that it is written whole. */
final class RetiredTable {

  private final Database database;

  RetiredTable(Database database) {
    this.database = database;
  }

  /** Replaces all of it; within the transaction that it is changed by. */
  void save(List<Retired> all) {
    database.update("DELETE FROM retired");
    for (Retired retired : all) {
      var columns =
          new Columns()
              .put("type", retired.type())
              .put("component", retired.component())
              .put("retired", Optional.of(retired.by()))
              .putStamp("retired", Optional.of(retired.since()));
      database.update(columns.insertInto("retired"), columns.arguments());
    }
  }

  List<Retired> all() {
    return database.query(
        "SELECT * FROM retired ORDER BY type, component",
        row ->
            new Retired(
                FaultType.valueOf(row.getString("type")),
                row.getString("component"),
                Row.stamp(row, "retired"),
                Row.actor(row, "retired").orElseThrow()));
  }
}
