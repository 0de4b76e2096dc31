package io.panelwatch.agent.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.tinylog.Logger;

/** One connection, with just as much around JDBC as the tables need. Not thread-safe. */
final class Database implements AutoCloseable {

  private static final int BUSY_TIMEOUT_MILLIS = 5_000;

  /** For what may as well be done later. */
  private static final int SHORT_TIMEOUT_MILLIS = 1_000;

  /**
   * Between two questions whether a statement is to go on: operations of SQLite's machine, and
   * pages where it looks for damage. A slow card reads so many in a fifth of a second.
   */
  private static final int STEPS = 1_000;

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
  private final UnreadableRows unreadable;

  /** Of a writer: a reader that lets it close without having been the last. */
  private Optional<Database> beside = Optional.empty();

  private Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
    unreadable = new UnreadableRows(file);
  }

  /** Opens a file, which must exist, for its one writer. */
  static Database openWriter(Path file) {
    PlainFile.require(file);
    LeftLog.bringToStorage(file);
    var config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    Database writer = open(file, config);
    boolean ready = false;
    try {
      // From its first read on it counts as one that has the log open.
      Database reader = openReader(file);
      writer.beside = Optional.of(reader);
      reader.number("PRAGMA user_version");
      ready = true;
      return writer;
    } finally {
      if (!ready) {
        writer.closeAfterRefusal();
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
   * index is made, and what stands beside it is not opened, a write-ahead log neither.
   */
  static Database openUnchanging(Path file) {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    return open(file, "file:" + file.toUri().getRawPath() + "?immutable=1", config);
  }

  private static Database open(Path file, SQLiteConfig config) {
    PlainFile.requireBeside(file);
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

  /**
   * Every row of a query.
   *
   * @throws StoreException one that tells of damage, too, where a row is nothing that was written:
   *     SQLite keeps no checksum of a cell, and a bit that has flipped is found by who reads it
   */
  <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... arguments) {
    return query(
        sql,
        reader,
        why -> {
          throw unreadable.damage(why);
        },
        arguments);
  }

  /** The rows of a query that can be read: what has no bearing on what is true now. */
  <T> List<T> readable(String sql, RowReader<T> reader, @Nullable Object... arguments) {
    return query(sql, reader, unreadable::leaveOut, arguments);
  }

  private <T> List<T> query(
      String sql,
      RowReader<T> reader,
      Consumer<RuntimeException> otherwise,
      @Nullable Object... arguments) {
    try (var statement = prepare(sql, arguments);
        var rows = statement.executeQuery()) {
      var result = new ArrayList<T>();
      while (rows.next()) {
        try {
          result.add(reader.read(rows));
        } catch (StoreException e) {
          // What it asked besides was refused: that says nothing of the row.
          throw e;
        } catch (RuntimeException e) {
          otherwise.accept(e);
        }
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

  /**
   * Asks, again and again while a statement runs, whether it is to go on. One that is not fails as
   * interrupted.
   */
  void goOnWhile(BooleanSupplier wanted) {
    try {
      ProgressHandler.setHandler(connection, STEPS, new WhileWanted(wanted));
    } catch (SQLException e) {
      throw failure(file, "read", e);
    }
  }

  /**
   * Writes all of the log into the database, so that the file alone is the whole of it.
   *
   * @return false where somebody reads it meanwhile, who may need the log
   */
  boolean emptyLog() {
    number("PRAGMA busy_timeout = " + SHORT_TIMEOUT_MILLIS);
    boolean done = number("PRAGMA main.wal_checkpoint(TRUNCATE)") == 0;
    number("PRAGMA busy_timeout = " + BUSY_TIMEOUT_MILLIS);
    return done;
  }

  /** All of it or, when it throws anything, nothing of it. */
  <T> T inTransaction(Work<T> work) {
    return inTransaction("BEGIN IMMEDIATE;", work);
  }

  /**
   * Asks several things of one moment, whatever the writer does meanwhile: an episode and its
   * freeze frame are two queries.
   */
  <T> T atOneMoment(Work<T> work) {
    return inTransaction("BEGIN;", work);
  }

  private <T> T inTransaction(String begin, Work<T> work) {
    script(begin);
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

  /**
   * Closes a writer whose storage has refused something. The last connection to close would write
   * the log into the database, and what can be read of that log may not be on the storage: see
   * {@link LeftLog}. So the last one is a reader, which may not write.
   */
  void closeAfterRefusal() {
    try {
      closeConnection();
    } finally {
      beside.ifPresent(Database::close);
    }
  }

  /** Closes it; the log of a writer is written into the database. */
  @Override
  public void close() {
    try {
      beside.ifPresent(Database::close);
    } finally {
      closeConnection();
    }
  }

  private void closeConnection() {
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
