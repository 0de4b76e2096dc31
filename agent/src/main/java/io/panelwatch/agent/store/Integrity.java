package io.panelwatch.agent.store;

import java.util.ArrayList;
import java.util.List;

/**
 * What SQLite finds wrong with a database when it looks at every page of it. It keeps no checksum
 * of what stands in a page: a page that is no page, or that another one contradicts, is found; a
 * bit that has flipped in a text is not. Not thread-safe.
 *
 * @param database that is looked at, and not changed
 */
record Integrity(Database database) {

  /** So many sentences tell enough. */
  private static final int MOST = 20;

  /** The tables, by name. */
  List<String> tables() {
    return database.query(
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
        row -> row.getString(1));
  }

  /** What is wrong with a table; its indexes are looked at, and not held against its rows. */
  List<String> quicklyOf(String table) {
    return found("PRAGMA quick_check('%s')".formatted(table.replace("'", "''")));
  }

  /** What is wrong with anything in the file. */
  List<String> ofAll() {
    var found = new ArrayList<>(found("PRAGMA integrity_check(%d)".formatted(MOST)));
    database
        .query("PRAGMA foreign_key_check", row -> row.getString(1) + " of " + row.getString(3))
        .stream()
        .distinct()
        .map(both -> "a row of table " + both + " lacks the row that it belongs to")
        .forEach(found::add);
    return found;
  }

  private List<String> found(String pragma) {
    return database.query(pragma, row -> row.getString(1)).stream()
        .filter(sentence -> !sentence.equals("ok"))
        .toList();
  }
}
