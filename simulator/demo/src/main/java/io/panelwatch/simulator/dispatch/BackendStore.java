package io.panelwatch.simulator.dispatch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The backend's memory: one SQLite file (WAL, {@code synchronous=FULL}). What {@link #commit}
 * returned from survives a power cut, so {@code dn/ack} may say so. For one thread.
 */
final class BackendStore implements AutoCloseable {

  /** Applied rows kept per outbox, for people to look at; the rules need none of them. */
  private static final int KEEP_ROWS = 10_000;

  private static final List<String> SCHEMA =
      List.of(
          "PRAGMA journal_mode=WAL",
          "PRAGMA synchronous=FULL",
          "CREATE TABLE IF NOT EXISTS backend (epoch INTEGER NOT NULL)",
          "CREATE TABLE IF NOT EXISTS ledger (device TEXT NOT NULL, epoch INTEGER NOT NULL,"
              + " contiguous INTEGER, PRIMARY KEY (device, epoch))",
          "CREATE TABLE IF NOT EXISTS report (device TEXT NOT NULL, epoch INTEGER NOT NULL,"
              + " seq INTEGER NOT NULL, received_ms INTEGER NOT NULL, json TEXT NOT NULL,"
              + " PRIMARY KEY (device, epoch, seq))",
          "CREATE TABLE IF NOT EXISTS skipped (device TEXT NOT NULL, epoch INTEGER NOT NULL,"
              + " first INTEGER NOT NULL, last INTEGER NOT NULL)",
          TicketRows.SCHEMA);

  private final Connection connection;

  private BackendStore(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens or makes the file, for its owner only.
   *
   * @throws IOException one sentence: which file, what is wrong
   */
  static BackendStore open(Path file) throws IOException {
    try {
      if (Files.notExists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        for (String sql : SCHEMA) {
          statement.execute(sql);
        }
        TicketRows.bringUpToDate(connection);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
      connection.setAutoCommit(false);
      return new BackendStore(connection);
    } catch (SQLException e) {
      throw new IOException(
          "the dispatch store " + file + " cannot be used (" + e.getMessage() + ")", e);
    }
  }

  /** Raises the backend's epoch to {@code max(stored + 1, unix seconds)} and stores it. */
  long raiseEpoch(Instant wall) throws SQLException {
    long stored = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT max(epoch) FROM backend")) {
      if (rows.next()) {
        stored = rows.getLong(1);
      }
    }
    long epoch = Math.max(stored + 1, wall.getEpochSecond());
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM backend");
    }
    update("INSERT INTO backend VALUES (?)", epoch);
    connection.commit();
    return epoch;
  }

  /** The tickets as they were committed. */
  List<Ticket> tickets() throws SQLException {
    return TicketRows.load(connection);
  }

  /** The ledgers as they were committed, with the rows that wait. */
  List<Ledger> ledgers() throws SQLException, IOException {
    var ledgers = new ArrayList<Ledger>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT device, epoch, contiguous FROM ledger")) {
      while (rows.next()) {
        long contiguous = rows.getLong(3);
        var known = rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(contiguous);
        ledgers.add(withWaiting(rows.getString(1), rows.getLong(2), known));
      }
    }
    return ledgers;
  }

  private Ledger withWaiting(String device, long epoch, OptionalLong contiguous)
      throws SQLException, IOException {
    var waiting = new TreeMap<Long, ReportRow>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT json FROM report WHERE device=? AND epoch=? AND seq>? ORDER BY seq")) {
      bind(select, device, epoch, contiguous.orElse(0));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          ReportRow row = UpMessageReader.row(device, rows.getString(1));
          waiting.put(row.seq(), row);
        }
      }
    } catch (BadMessageException e) {
      throw new IOException("the dispatch store holds a report that is none: " + e.getMessage(), e);
    }
    return new Ledger(device, epoch, contiguous, waiting);
  }

  /**
   * Stores what a message changed, all of it or nothing.
   *
   * @throws SQLException nothing was stored; nothing may be acknowledged
   */
  void commit(List<Ledger.Step> steps, List<Ticket> changedTickets, Instant now)
      throws SQLException {
    try {
      for (Ledger.Step step : steps) {
        store(step, now);
      }
      for (Ticket ticket : changedTickets) {
        TicketRows.store(connection, ticket);
      }
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    }
  }

  private void store(Ledger.Step step, Instant now) throws SQLException {
    Ledger ledger = step.ledger();
    String device = ledger.device();
    long epoch = ledger.epoch();
    for (ReportRow row : step.recorded()) {
      update(
          "INSERT INTO report VALUES (?,?,?,?,?)",
          device,
          epoch,
          row.seq(),
          now.toEpochMilli(),
          row.json());
    }
    for (Ledger.SeqRange range : step.skipped()) {
      update("INSERT INTO skipped VALUES (?,?,?,?)", device, epoch, range.first(), range.last());
    }
    if (ledger.contiguous().isPresent()) {
      long contiguous = ledger.contiguous().getAsLong();
      update("INSERT OR REPLACE INTO ledger VALUES (?,?,?)", device, epoch, contiguous);
      update(
          "DELETE FROM report WHERE device=? AND epoch=? AND seq<=?",
          device,
          epoch,
          contiguous - KEEP_ROWS);
    } else {
      update("INSERT OR REPLACE INTO ledger VALUES (?,?,NULL)", device, epoch);
    }
  }

  private void update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      statement.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
