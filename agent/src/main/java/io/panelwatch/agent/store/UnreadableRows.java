package io.panelwatch.agent.store;

import java.nio.file.Path;
import org.tinylog.Logger;

/**
 * What becomes of rows that are nothing that was written: SQLite keeps no checksum of a cell, and a
 * bit that has flipped is found by who reads it. Not thread-safe.
 */
final class UnreadableRows {

  private final Path file;
  private boolean leftOut;

  /**
   * None yet.
   *
   * @param file the database that they are of
   */
  UnreadableRows(Path file) {
    this.file = file;
  }

  /** What one tells of on which depends what is true now: damage. */
  StoreException damage(RuntimeException why) {
    return new StoreException(
        "cannot read a row of %s: %s; it is not as it was written".formatted(file, why),
        StoreException.SQLITE_CORRUPT,
        why);
  }

  /** One that nothing depends on; the first is told of. */
  void leaveOut(RuntimeException why) {
    if (!leftOut) {
      leftOut = true;
      Logger.warn("Rows of {} that are not as they were written are left out: {}", file, why);
    }
  }
}
