package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.RetestResult;
import io.panelwatch.agent.fault.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The service visit that is open. There is one at most, so that it is written whole. */
final class VisitTable {

  private record Retest(String faultId, RetestResult result) {}

  private final Database database;

  VisitTable(Database database) {
    this.database = database;
  }

  /** Replaces it; within the transaction that it is changed by. */
  void save(Optional<Visit> open) {
    database.update("DELETE FROM visit_retest");
    database.update("DELETE FROM visit_work");
    database.update("DELETE FROM visit");
    open.ifPresent(this::insert);
  }

  private void insert(Visit visit) {
    var columns =
        new Columns()
            .put("id", visit.id())
            .put("whole", visit.all())
            .put("visit", Optional.of(visit.by()))
            .putStamp("visit", Optional.of(visit.opened()));
    database.update(columns.insertInto("visit"), columns.arguments());
    for (Visit.Work work : visit.works()) {
      database.update(
          "INSERT INTO visit_work (fault_id, code, component) VALUES (?, ?, ?)",
          work.faultId(),
          work.code(),
          work.component());
    }
    visit
        .retests()
        .forEach(
            (faultId, result) ->
                database.update("INSERT INTO visit_retest VALUES (?, ?)", faultId, result.name()));
  }

  /**
   * What of it can be read: the faults are worth more than who looks after them.
   *
   * @throws StoreException when the storage refuses: one that is left out is forgotten with the
   *     next that is saved
   */
  Optional<Visit> open() {
    return database
        .readable(
            "SELECT * FROM visit",
            row ->
                new Visit(
                    Row.required(row, "id"),
                    Row.stamp(row, "visit"),
                    Row.flag(row, "whole"),
                    works(),
                    retests(),
                    Row.actor(row, "visit").orElseThrow()))
        .stream()
        .findFirst();
  }

  private List<Visit.Work> works() {
    return database.readable(
        "SELECT fault_id, code, component FROM visit_work ORDER BY n",
        row ->
            new Visit.Work(
                Row.required(row, "fault_id"),
                Row.required(row, "code"),
                Row.required(row, "component")));
  }

  private Map<String, RetestResult> retests() {
    var retests = new TreeMap<String, RetestResult>();
    database
        .readable(
            "SELECT fault_id, result FROM visit_retest",
            row ->
                new Retest(
                    Row.required(row, "fault_id"),
                    RetestResult.valueOf(Row.required(row, "result"))))
        .forEach(retest -> retests.put(retest.faultId, retest.result));
    return retests;
  }
}
