package io.panelwatch.agent.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.tinylog.Logger;

/** One connection, with just as much around JDBC as the tables need. Not thread-safe. */
final class Database implements AutoCloseable {

  private static final int BUSY_TIMEOUT_MILLIS = 5_000;

  /** SQLite keeps the primary code in the low byte of an extended one. */
  private static final int PRIMARY_CODE = 0xff;

  /** Reads one row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Does several statements that belong together. */
  interface Work<T> {
    T run();
  }

  private final Path file;
  private final Connection connection;

  private Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /**
   * Opens a file, which must exist, for its one writer.
   *
   * <p>What an earlier run left in the write-ahead log is written into the database at once. Where
   * a flush of the log had failed, its pages may stand in the kernel's cache and not on the
   * storage, and no later flush brings them there: what is appended behind them would be lost with
   * them when the power goes. Then the log begins anew, and that is flushed, too: the old one, with
   * a hole in it, would be played back over the newer database. Between these two writes it still
   * can be.
   */
  static Database openWriter(Path file) {
    var config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    boolean logLeft = file.resolveSibling(file.getFileName() + "-wal").toFile().length() > 0;
    Database database = open(file, config);
    boolean ready = false;
    try {
      if (logLeft) {
        database.number("PRAGMA wal_checkpoint(TRUNCATE)");
        database.script("PRAGMA user_version = " + database.number("PRAGMA user_version") + ";");
      }
      ready = true;
      return database;
    } finally {
      if (!ready) {
        database.close();
      }
    }
  }

  /** Opens a file to look at, whether or not its writer runs. */
  static Database openReader(Path file) {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    return open(file, config);
  }

  /**
   * Opens a file that nothing can change, as on a storage that is read-only: no lock is taken, no
   * index is made, and what stands in a write-ahead log beside it is not seen.
   */
  static Database openUnchanging(Path file) {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    return open(file, "file:" + file.toUri().getRawPath() + "?immutable=1", config);
  }

  private static Database open(Path file, SQLiteConfig config) {
    return open(file, file.toString(), config);
  }

  private static Database open(Path file, String name, SQLiteConfig config) {
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    try {
      // Not by DriverManager: it would look at every driver on the module path first.
      return new Database(file, config.createConnection("jdbc:sqlite:" + name));
    } catch (SQLException e) {
      throw failure(file, "open", e);
    } catch (LinkageError e) {
      throw new StoreException("cannot load SQLite: %s; install it anew".formatted(e), 0, e);
    }
  }

  /** Runs one statement; {@code null} arguments are NULL. Returns how many rows it changed. */
  int update(String sql, @Nullable Object... arguments) {
    try (var statement = prepare(sql, arguments)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failure(file, "write", e);
    }
  }

  /** Runs statements that end with semicolons. */
  void script(String sql) {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw failure(file, "write", e);
    }
  }

  /** Every row of a query. */
  <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... arguments) {
    try (var statement = prepare(sql, arguments);
        var rows = statement.executeQuery()) {
      var result = new ArrayList<T>();
      while (rows.next()) {
        result.add(reader.read(rows));
      }
      return result;
    } catch (SQLException e) {
      throw failure(file, "read", e);
    }
  }

  /** The first row of a query. */
  <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... arguments) {
    return query(sql, reader, arguments).stream().findFirst();
  }

  /** The number that a query of one row and one column gives. */
  long number(String sql, @Nullable Object... arguments) {
    return first(sql, row -> row.getLong(1), arguments).orElse(0L);
  }

  /** All of it or, when it throws anything, nothing of it. */
  <T> T inTransaction(Work<T> work) {
    script("BEGIN IMMEDIATE;");
    boolean done = false;
    try {
      T result = work.run();
      script("COMMIT;");
      done = true;
      return result;
    } finally {
      if (!done) {
        rollBack();
      }
    }
  }

  private void rollBack() {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate("ROLLBACK");
    } catch (SQLException e) {
      // SQLite has rolled back by itself after a full disk or an I/O error; the cause is on its
      // way.
      Logger.debug("Rollback of {} had nothing to do: {}", file, e.getMessage());
    }
  }

  private PreparedStatement prepare(String sql, @Nullable Object... arguments) throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure(file, "close", e);
    }
  }

  private static StoreException failure(Path file, String verb, SQLException e) {
    int code = e.getErrorCode() & PRIMARY_CODE;
    return new StoreException(
        "cannot %s %s: %s; check the disk's space and health".formatted(verb, file, e.getMessage()),
        code,
        e);
  }
}
