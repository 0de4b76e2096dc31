package io.panelwatch.agent.store;

import io.panelwatch.agent.inspection.InspectionRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What people have looked at, in its order. Of a record only its day can come to be known. */
final class InspectionTable {

  /** More of one item leave with the oldest: a century of months. */
  static final int MOST_OF_ITEM = 1_200;

  private static final String KEY = "item, done_boot_id, done_uptime_ms";

  private final Database database;

  InspectionTable(Database database) {
    this.database = database;
  }

  /** Adds one, or says of one that is here what has come to be known. */
  void save(InspectionRecord done) {
    var columns =
        new Columns()
            .put("item", done.item())
            .put("done", Optional.of(done.by()))
            .putStamp("done", Optional.of(done.at()))
            .put("day", done.day().map(LocalDate::toString).orElse(null))
            .put("running_hours", done.runningHours())
            .put("wear", done.wearText());
    database.update(
        columns.insertInto("inspection") + columns.orUpdate(KEY, List.of()), columns.arguments());
    database.update(
        """
        DELETE FROM inspection WHERE item = ? AND n NOT IN
          (SELECT n FROM inspection WHERE item = ? ORDER BY n DESC LIMIT ?)
        """,
        done.item(),
        done.item(),
        MOST_OF_ITEM);
  }

  /** The latest of each item. */
  List<InspectionRecord> latest() {
    return query("WHERE n IN (SELECT max(n) FROM inspection GROUP BY item) ORDER BY item");
  }

  /** Each time, the oldest first. */
  List<InspectionRecord> all() {
    return query("ORDER BY n");
  }

  private List<InspectionRecord> query(String which, Object... arguments) {
    return database.readable(
        "SELECT * FROM inspection " + which,
        row ->
            new InspectionRecord(
                Row.required(row, "item"),
                Row.stamp(row, "done"),
                Row.actor(row, "done").orElseThrow(),
                Row.text(row, "day").map(LocalDate::parse),
                row.getDouble("running_hours"),
                words(Row.required(row, "wear"))),
        arguments);
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
  }
}
