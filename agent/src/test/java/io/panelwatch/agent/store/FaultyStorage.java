package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.sqlite.SQLiteConfig;

/**
 * The storage below SQLite, made to fail: {@code src/test/c/faulty_vfs.c}, compiled once and loaded
 * into the library that the store uses. It acts on one folder at a time and stays loaded for the
 * life of the process; every other database is left alone.
 *
 * <p>Where there is no C compiler, or no {@code sqlite3ext.h}, the tests that need it are skipped;
 * with {@code -Dpanelwatch.faulty=required} they fail.
 */
final class FaultyStorage implements AutoCloseable {

  /** What calls of SQLite fail. */
  enum Call {
    NOTHING,
    OPEN,
    READ,
    WRITE,
    SYNC,
    /** All but reading. */
    CHANGE,
    ANY
  }

  /** What a call fails with. */
  enum How {
    EIO,
    ENOSPC,
    EROFS
  }

  /**
   * What was asked of the storage.
   *
   * @param writes how many calls changed bytes
   * @param bytes how many bytes
   * @param syncs how many times the storage was flushed
   */
  record Counts(long writes, long bytes, long syncs) {}

  private static final Path SOURCE = Path.of("src", "test", "c", "faulty_vfs.c");

  private final Connection control;

  private FaultyStorage(Connection control) {
    this.control = control;
  }

  /** A storage that is well for now, below no folder. */
  static FaultyStorage open() throws SQLException {
    if (!Library.COMPILED) {
      String missing = "nothing to compile %s with: gcc libc6-dev libsqlite3-dev".formatted(SOURCE);
      if (System.getProperty("panelwatch.faulty", "").equals("required")) {
        Assertions.fail(missing);
      }
      abort(missing);
    }
    var config = new SQLiteConfig();
    config.enableLoadExtension(true);
    var storage = new FaultyStorage(config.createConnection("jdbc:sqlite::memory:"));
    storage.ask("load_extension(?)", Library.FILE.toString());
    return storage;
  }

  /** From now on this is the storage below a folder that is there, and it is well. */
  void below(Path folder) throws IOException, SQLException {
    ask("faulty_under(?)", folder.toRealPath() + "/");
  }

  /** The extension, compiled when it is first asked for. */
  private static final class Library {
    static final Path FILE = file();
    static final boolean COMPILED = compile();

    private static Path file() {
      try {
        Path folder = Files.createTempDirectory("faulty-storage");
        folder.toFile().deleteOnExit();
        Path file = folder.resolve("faulty_vfs.so");
        file.toFile().deleteOnExit();
        return file;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static boolean compile() {
      var compiler =
          new ProcessBuilder(
              "cc", "-shared", "-fPIC", "-O1", "-o", FILE.toString(), SOURCE.toString());
      try {
        return compiler.inheritIO().start().waitFor() == 0;
      } catch (IOException noCompiler) {
        return false;
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted while it was compiled", e);
      }
    }
  }

  /**
   * Lets calls fail from now on.
   *
   * @param after so many of them are well first
   * @param every then each n-th fails; 1: all
   */
  void fail(Call call, int after, int every, How how) throws SQLException {
    String what = call.name().toLowerCase(Locale.ROOT);
    ask("faulty_fail(?, ?, ?, ?)", what, after, every, how.name());
  }

  /** Lets all calls be well again. */
  void heal() throws SQLException {
    fail(Call.NOTHING, 0, 0, How.EIO);
    ask("faulty_lie(0)");
  }

  /** From now on a flush says that it is done, and does nothing. */
  void lie() throws SQLException {
    ask("faulty_lie(1)");
  }

  /** The power is lost: of what was not flushed, a part goes, one write of it torn. */
  void cut(long seed) throws SQLException {
    fail(Call.ANY, 0, 1, How.EIO);
    ask("faulty_cut(?)", seed);
  }

  /** What was asked of the storage below the folder so far. */
  Counts counts() throws SQLException {
    String json = ask("faulty_counts()");
    var numbers = json.replaceAll("[^0-9,]", "").split(",", -1);
    assertEquals(3, numbers.length, json);
    return new Counts(
        Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
  }

  private String ask(String call, Object... arguments) throws SQLException {
    try (var statement = control.prepareStatement("SELECT " + call)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      try (var row = statement.executeQuery()) {
        row.next();
        return String.valueOf(row.getString(1));
      }
    }
  }

  /** The storage is well again. */
  @Override
  public void close() throws SQLException {
    heal();
    ask("faulty_under(?)", "/nowhere/");
    control.close();
  }
}
