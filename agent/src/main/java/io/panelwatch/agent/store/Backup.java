package io.panelwatch.agent.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Copies a fault memory while it may be written.
 *
 * <p>The copy is of one moment, the one at which it began: SQLite reads all of it in one
 * transaction, and whoever writes meanwhile is not kept from it. It has no free pages, no log
 * beside it, and is for its owner alone (0600). Written beside its target first, looked through,
 * flushed, and moved over it, so that the target is the old file or a good copy, whatever happens.
 */
public final class Backup {

  /** So much stays free where it is written: the fault memory may be on the same storage. */
  static final long RESERVE_BYTES = 16L << 20;

  /** Hears how far a copy is. */
  public interface Progress {
    /** So many bytes of so many are written; about, since free pages are not copied. */
    void at(long done, long all);
  }

  /** The rights with which the files of a store are opened. */
  public interface Rights {
    /** Takes them, where this program has more. */
    Taken take() throws IOException;
  }

  /** Rights that were taken, until they are given back. */
  public interface Taken extends AutoCloseable {
    @Override
    void close();
  }

  private static final Rights OWN = () -> () -> {};

  private Backup() {}

  /**
   * Copies it.
   *
   * @param database the fault memory, or a backup
   * @param target is replaced where it is there
   * @return what is in the copy
   * @throws StoreException when there is no fault memory, it cannot be read, or it is damaged
   * @throws IOException when the target cannot be written; it is as it was
   */
  public static Verification write(Path database, Path target, Progress progress)
      throws IOException {
    return write(database, OWN, target, progress);
  }

  /**
   * The same of a database that is opened with those rights; the target is written with this
   * program's own.
   */
  public static Verification write(Path database, Rights rights, Path target, Progress progress)
      throws IOException {
    try (Database source = open(database, rights)) {
      return write(source, database, target, progress);
    }
  }

  private static Database open(Path database, Rights rights) throws IOException {
    try (var _ = rights.take()) {
      if (Files.notExists(database)) {
        throw new StoreException("no fault memory at %s".formatted(database));
      }
      Database source = Database.openReader(database);
      // From its first read on it has all its files open.
      source.number("PRAGMA user_version");
      return source;
    }
  }

  private static Verification write(Database source, Path database, Path target, Progress progress)
      throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    Path copy = Files.createTempFile(folder, target.getFileName() + ".", ".new");
    // Whoever interrupts the command ends the program, and nothing below is done.
    copy.toFile().deleteOnExit();
    try {
      copy(source, copy, progress);
      Verification copied = Verification.of(copy);
      if (!copied.ok()) {
        throw new StoreException(
            "%s is damaged, and nothing was written: see panelwatch store verify"
                .formatted(database));
      }
      try (FileChannel written = FileChannel.open(copy, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel entry = FileChannel.open(folder)) {
        entry.force(true);
      }
      return new Verification(target, copied.version(), copied.contents(), copied.findings());
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /**
   * Copies a backup into the folder of a store, where it waits for {@link FaultStore#restore}; it
   * may be done by another program, and as root.
   *
   * @throws BackupUnderWayException when somebody copies another one there
   * @throws StoreException when it is no sound fault memory
   * @throws IOException when the folder refuses
   */
  public static Verification stage(Path backup, Path folder, Progress progress) throws IOException {
    return stage(backup, folder, OWN, progress);
  }

  /** The same with those rights in the folder; the backup is opened with this program's own. */
  public static Verification stage(Path backup, Path folder, Rights rights, Progress progress)
      throws IOException {
    try (Database source = open(backup, OWN);
        var _ = rights.take();
        var _ = Copying.begin(folder)) {
      Verification staged = write(source, backup, StagedBackup.in(folder), progress);
      StagedBackup.give(folder);
      return staged;
    }
  }

  /**
   * Makes sure that there is room for so much, and for the fault memory to go on.
   *
   * @param there a file or a folder on the storage
   * @throws IOException when there is not, or nobody can say
   */
  static void requireRoom(Path there, long bytes) throws IOException {
    long free = Files.getFileStore(there).getUsableSpace();
    if (free - RESERVE_BYTES < bytes) {
      throw new IOException(
          "the storage of %s has %d MB left, and %d MB are needed: make room, or write it elsewhere"
              .formatted(there, free >> 20, (bytes + RESERVE_BYTES) >> 20));
    }
  }

  private static void copy(Database source, Path copy, Progress progress) throws IOException {
    long bytes = Pruning.bytes(source);
    requireRoom(copy, bytes);
    source.goOnWhile(
        () -> {
          progress.at(Math.min(copy.toFile().length(), bytes), bytes);
          return true;
        });
    source.update("VACUUM INTO ?", copy.toString());
    progress.at(bytes, bytes);
  }
}
