package io.panelwatch.agent.store;

import org.sqlite.SQLiteJDBCLoader;

/** SQLite's native library, which is unpacked into a temporary file before it is loaded. */
public final class SqliteLibrary {

  private SqliteLibrary() {}

  /**
   * Unpacks and loads it with the rights that this thread has now, unless it is loaded already. Who
   * is about to take another user's rights does so before: that user could change a file that is
   * unpacked with them before it is loaded.
   *
   * @throws StoreException when it cannot be loaded
   */
  public static void load() {
    try {
      SQLiteJDBCLoader.initialize();
    } catch (Exception | LinkageError e) {
      throw new StoreException("cannot load SQLite: %s; install it anew".formatted(e), 0, e);
    }
  }
}
