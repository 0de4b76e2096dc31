package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.lifecycle.Arrangements;

/** What people have arranged, in the tables of each kind of it. */
final class ArrangementTables {

  private final ShelfTable shelves;
  private final VisitTable visits;
  private final RetiredTable retired;

  ArrangementTables(Database database) {
    shelves = new ShelfTable(database);
    visits = new VisitTable(database);
    retired = new RetiredTable(database);
  }

  /** Replaces all of it; within the transaction that it is changed by. */
  void save(Arrangements now) {
    shelves.save(now.shelves());
    visits.save(now.visit());
    retired.save(now.retired());
  }

  Arrangements all() {
    return new Arrangements(shelves.all(), visits.open(), retired.all());
  }
}
