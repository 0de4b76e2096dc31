package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Shelf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What people have put aside. There is little of it, so that it is written whole. */
final class ShelfTable {

  private final Database database;

  ShelfTable(Database database) {
    this.database = database;
  }

  /** Replaces all that is put aside; within the transaction that it is changed by. */
  void save(List<Shelf> all) {
    database.update("DELETE FROM shelf");
    for (Shelf shelf : all) {
      var columns =
          new Columns()
              .put("code", shelf.code())
              .put("component", shelf.component())
              .putShelf(Optional.of(shelf));
      database.update(columns.insertInto("shelf"), columns.arguments());
    }
  }

  List<Shelf> all() {
    return database.readable(
        "SELECT * FROM shelf ORDER BY code, component", row -> read(row).orElseThrow());
  }

  /** By what the code and component of a row are put aside, where they are. */
  static Optional<Shelf> read(ResultSet row) throws SQLException {
    var by = Row.actor(row, "shelf");
    if (by.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Shelf(
            Row.required(row, "code"),
            Row.required(row, "component"),
            Row.stamp(row, "shelf"),
            Row.text(row, "shelf_time").map(Duration::parse),
            by.get()));
  }
}
