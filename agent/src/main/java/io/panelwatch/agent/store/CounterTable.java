package io.panelwatch.agent.store;

/** Numbers that only grow. */
final class CounterTable {

  private final Database database;

  CounterTable(Database database) {
    this.database = database;
  }

  /** How many connections were counted. */
  long connections() {
    return database.number("SELECT value FROM counter WHERE name = 'connection'");
  }

  /** So many, or as many as were counted before. */
  void countConnections(long upTo) {
    database.update(
        """
        INSERT INTO counter VALUES ('connection', ?)
        ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)
        """,
        upTo);
  }
}
