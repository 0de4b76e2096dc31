package io.panelwatch.agent.store;

import java.util.List;
import java.util.Optional;

/** The backend's documents, one per topic. */
final class DocumentTable {

  private static final Database.RowReader<KeptDocument> ROW =
      row ->
          new KeptDocument(
              Row.required(row, "topic"),
              row.getLong("backend_epoch"),
              row.getLong("rev"),
              Row.required(row, "payload"));

  private final Database database;

  DocumentTable(Database database) {
    this.database = database;
  }

  /** Keeps it unless a newer one is kept; a retained one that comes again costs no write. */
  boolean keep(KeptDocument document) {
    Optional<KeptDocument> known =
        database.first("SELECT * FROM document WHERE topic = ?", ROW, document.topic());
    if (known.isPresent() && document.olderThan(known.get())) {
      return false;
    }
    if (known.isEmpty() || !known.get().payload().equals(document.payload())) {
      database.update(
          "INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?)",
          document.topic(),
          document.backendEpoch(),
          document.rev(),
          document.payload());
    }
    return true;
  }

  void forget(String topic) {
    database.update("DELETE FROM document WHERE topic = ?", topic);
  }

  List<KeptDocument> all() {
    return database.readable("SELECT * FROM document ORDER BY topic", ROW);
  }
}
