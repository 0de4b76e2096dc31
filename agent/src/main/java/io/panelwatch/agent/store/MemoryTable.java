package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import java.util.List;

/** What is remembered of each code on each component that has failed. */
final class MemoryTable {

  private final Database database;

  MemoryTable(Database database) {
    this.database = database;
  }

  /** Writes what is remembered now of a code on a component. */
  void save(DtcEntry entry) {
    var columns =
        new Columns()
            .put("code", entry.code())
            .put("component", entry.component())
            .put("total", entry.total())
            .put("this_boot", entry.thisBoot())
            .put("last_fault", entry.lastFault())
            .put("clean_cycles", entry.cleanCycles())
            .put("cycle_boot_id", entry.cycle().bootId())
            .put("cycle_day", entry.cycle().day())
            .put("tested", entry.cycle().tested())
            .put("failed", entry.cycle().failed())
            .put("tested_this_boot", entry.testedThisBoot())
            .put("failed_this_boot", entry.failedThisBoot());
    database.update(
        columns.insertInto("memory") + columns.orUpdate("code, component", List.of()),
        columns.arguments());
  }

  List<DtcEntry> all() {
    return database.readable(
        "SELECT * FROM memory ORDER BY code, component",
        row ->
            new DtcEntry(
                Row.required(row, "code"),
                Row.required(row, "component"),
                row.getInt("total"),
                row.getInt("this_boot"),
                Row.required(row, "last_fault"),
                row.getInt("clean_cycles"),
                new DtcEntry.Cycle(
                    Row.required(row, "cycle_boot_id"),
                    row.getLong("cycle_day"),
                    Row.flag(row, "tested"),
                    Row.flag(row, "failed")),
                Row.flag(row, "tested_this_boot"),
                Row.flag(row, "failed_this_boot")));
  }
}
