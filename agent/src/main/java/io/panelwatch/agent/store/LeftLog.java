package io.panelwatch.agent.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tinylog.Logger;

/**
 * The write-ahead log that an earlier writer has left beside a database.
 *
 * <p>Where a flush of it had failed, its pages may stand in the kernel's cache and not on the
 * storage, and the kernel counts them as clean: no later flush brings them there. What is appended
 * behind them would be lost with them when the power goes; and a database into which they were
 * written would be newer than the log with a hole in it, which would be played back over it. So the
 * log is written anew, flushed, and put in the place of the old one, before anything of it is used.
 * A reader that has the old one open meanwhile has to open it again.
 */
final class LeftLog {

  private LeftLog() {}

  /** Whether one was left, with anything in it; also where that cannot be told. */
  static boolean isLeftBeside(Path database) {
    try {
      return Files.size(logOf(database)) > 0;
    } catch (NoSuchFileException none) {
      return false;
    } catch (IOException unreadable) {
      Logger.warn("It is not known whether a log was left beside {}: {}", database, unreadable);
      return true;
    }
  }

  /**
   * Brings to the storage what can be read of the log; does nothing where none was left.
   *
   * @param database which no writer has open
   * @throws StoreException when the storage refuses; the log is as it was
   */
  static void bringToStorage(Path database) {
    Path log = logOf(database);
    try {
      if (PlainFile.isThere(log) && Files.size(log) > 0) {
        var rights = Files.getPosixFilePermissions(log, LinkOption.NOFOLLOW_LINKS);
        Replacement.of(log, rights, anew -> copy(log, anew));
      }
    } catch (IOException e) {
      throw new StoreException(
          "cannot flush %s: %s; check the disk's space and health".formatted(log, e), 0, e);
    }
  }

  private static Path logOf(Path database) {
    return database.resolveSibling(database.getFileName() + "-wal");
  }

  private static void copy(Path log, FileChannel anew) throws IOException {
    try (FileChannel in =
        FileChannel.open(log, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      long size = in.size();
      for (long done = 0; done < size; ) {
        done += in.transferTo(done, size - done, anew);
      }
    }
  }
}
