package io.panelwatch.agent.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The shape of the database, as a number in {@code PRAGMA user_version} and one script per step:
 * {@code V1.sql} makes an empty file version 1, and so on. A script that is released never changes.
 */
final class Schema {

  /** The version that this program reads and writes. */
  static final int VERSION = 4;

  private Schema() {}

  /**
   * Which version a database has; 0 where it is empty.
   *
   * @throws StoreException of damage where that is none that a program wrote
   */
  static int versionOf(Database database) {
    int version = (int) database.number("PRAGMA user_version");
    if (version < 0) {
      throw StoreException.damage("no program wrote the schema version " + version);
    }
    return version;
  }

  /** Brings a database that is not newer than the program to its version, step by step. */
  static void migrate(Database database) {
    for (int next = versionOf(database) + 1; next <= VERSION; next++) {
      int step = next;
      database.inTransaction(
          () -> {
            database.script(script(step));
            database.script("PRAGMA user_version = " + step + ";");
            return step;
          });
    }
  }

  private static String script(int version) {
    String name = "V" + version + ".sql";
    try (var in = Schema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its own " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the program's own " + name, e);
    }
  }
}
