package io.panelwatch.agent.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder that holds the database, and the lock that makes its holder the one writer.
 *
 * <p>The files are for their owner alone (0600), and so is the folder (0700) where it is made here;
 * SQLite gives its write-ahead log the mode and the owner of the database.
 *
 * <p>What root makes here, by a command while no daemon runs, is the folder's owner's: the daemon
 * could never open it again else.
 */
final class StoreFolder implements AutoCloseable {

  /** The database. */
  static final String DATABASE = "faults.db";

  private static final String LOCK = "faults.lock";

  /** A storage that damages more of them is not helped by one more. */
  static final int MOST_ASIDE = 16;

  private static final List<String> COMPANIONS = List.of("", "-wal", "-shm");

  private static final Pattern ASIDE =
      Pattern.compile("faults\\.db\\.(damaged|newer-version-\\d+)(-\\d+)?");

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path folder;
  private final FileChannel lockFile;

  private StoreFolder(Path folder, FileChannel lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  /** Where a folder's database is. */
  static Path databaseIn(Path folder) {
    return folder.resolve(DATABASE);
  }

  /**
   * Which file it is, whatever its name becomes.
   *
   * @throws StoreException when there is none
   */
  static long inodeOf(Path file) {
    try {
      return (Long) Files.getAttribute(file, "unix:ino");
    } catch (IOException e) {
      throw failure("look at " + file, e);
    }
  }

  /**
   * Makes the folder where it is missing and takes its lock.
   *
   * @throws StoreInUseException when another process, or this one, holds it
   * @throws StoreException when the storage refuses
   */
  static StoreFolder lock(Path folder) {
    try {
      Files.createDirectories(folder, OWNER_FOLDER);
      Set<OpenOption> options =
          Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
      var channel = FileChannel.open(folder.resolve(LOCK), options, OWNER_FILE);
      boolean locked = false;
      try {
        if (!tryLock(channel)) {
          throw new StoreInUseException(
              "the fault memory in %s is in use by another panelwatch; stop that one first"
                  .formatted(folder));
        }
        PlainFile.giveToOwnerOf(folder, folder.resolve(LOCK));
        locked = true;
        return new StoreFolder(folder, channel);
      } finally {
        if (!locked) {
          channel.close();
        }
      }
    } catch (IOException e) {
      throw failure("prepare " + folder, e);
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  /** The database's file, made empty where it is missing. */
  Path database() {
    Path file = databaseIn(folder);
    try {
      if (!PlainFile.isThere(file)) {
        Files.createFile(file, OWNER_FILE);
      }
      PlainFile.giveToOwnerOf(folder, file);
      return file;
    } catch (IOException e) {
      throw failure("create " + file, e);
    }
  }

  /**
   * Moves the database and its log out of the way, never over something that is there.
   *
   * @param suffix what the new name ends with: {@code damaged}
   * @return where the database is now
   * @throws StoreException when the storage refuses, or there are {@value #MOST_ASIDE} of them
   */
  Path setAside(String suffix) {
    Path aside = freeName(folder, suffix);
    try {
      for (String companion : COMPANIONS) {
        Path from = folder.resolve(DATABASE + companion);
        if (Files.exists(from)) {
          Files.move(from, folder.resolve(aside.getFileName() + companion));
        }
      }
      return aside;
    } catch (IOException e) {
      throw failure("set aside " + databaseIn(folder), e);
    }
  }

  /**
   * A name for a former database that none has yet.
   *
   * @throws StoreException when there are {@value #MOST_ASIDE} of them
   */
  static Path freeName(Path folder, String suffix) {
    Path name = folder.resolve(DATABASE + "." + suffix);
    for (int n = 2; Files.exists(name); n++) {
      if (n > MOST_ASIDE) {
        throw new StoreException(
            "%d former fault memories lie in %s; replace the disk, or take them away"
                .formatted(MOST_ASIDE, folder));
      }
      name = folder.resolve(DATABASE + "." + suffix + "-" + n);
    }
    return name;
  }

  /**
   * The names of the databases that lie aside in a folder, in their order.
   *
   * @throws StoreException when the storage refuses
   */
  static List<String> setAsideIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(ASIDE.asMatchPredicate())
          .sorted()
          .toList();
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException | UncheckedIOException e) {
      throw new StoreException("cannot list %s: %s".formatted(folder, e), 0, e);
    }
  }

  /** The backup that waits here, if one does, to take the place of the database. */
  StagedBackup staged() {
    return new StagedBackup(folder);
  }

  /** Gives the lock back. */
  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw failure("unlock " + folder, e);
    }
  }

  /** What the storage has refused. */
  static StoreException failure(String what, IOException e) {
    return new StoreException(
        "cannot %s: %s; check its permissions and the disk".formatted(what, e), 0, e);
  }
}
