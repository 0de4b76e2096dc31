package io.panelwatch.agent.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  /** A backup that is being copied here: see {@link Backup#stage}. */
  private static final String HALF_COPIES = DATABASE + ".restore.*.new*";

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
    Path aside = freeName(suffix);
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

  private Path freeName(String suffix) {
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

  /** Where a backup waits until it takes the place of the database. */
  static Path stagedIn(Path folder) {
    return folder.resolve(DATABASE + ".restore");
  }

  /**
   * Takes the backup that waits for its own: nobody else uses the name that it gets, so that
   * another one, which may be put in its place at any time, waits for its turn.
   *
   * @return where it is now
   * @throws StoreException when there is none, or the storage refuses
   */
  Path claimStaged() {
    Path staged = stagedIn(folder);
    dropClaimed();
    try {
      return Files.move(staged, claimed(), StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException none) {
      throw new StoreException("there is no backup at %s to be restored".formatted(staged));
    } catch (IOException e) {
      throw failure("take " + staged, e);
    }
  }

  private Path claimed() {
    return folder.resolve(DATABASE + ".restoring");
  }

  /**
   * Takes away what a restore that was broken off, as by a power cut, has left: a log says nothing
   * of the database that it belongs to, and would be played into the next backup of that name.
   *
   * @throws StoreException when the storage refuses
   */
  void dropClaimed() {
    try {
      boolean gone = Files.deleteIfExists(claimed());
      for (String left : PlainFile.BESIDE_A_DATABASE) {
        gone |= Files.deleteIfExists(folder.resolve(claimed().getFileName() + left));
      }
      if (gone) {
        flush();
      }
    } catch (IOException e) {
      throw failure("take away what is left of " + claimed(), e);
    }
  }

  /**
   * Takes away the copies of backups that were broken off: nobody knows their names any more.
   *
   * @throws StoreException when the storage refuses
   */
  void dropHalfCopies() {
    try (DirectoryStream<Path> copies = Files.newDirectoryStream(folder, HALF_COPIES)) {
      for (Path copy : copies) {
        Files.deleteIfExists(copy);
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new StoreException("cannot take away half copies in %s: %s".formatted(folder, e), 0, e);
    }
  }

  /**
   * Refuses a backup of which a part stands beside it still: only the file itself is moved.
   *
   * @throws StoreException when it is so
   */
  void requireWholeBackup() {
    try {
      for (String left : List.of("-wal", "-journal")) {
        Path beside = folder.resolve(claimed().getFileName() + left);
        if (Files.exists(beside) && Files.size(beside) > 0) {
          throw new StoreException(
              "a part of the backup stands in %s still, and nothing was restored: try again"
                  .formatted(beside));
        }
      }
    } catch (IOException e) {
      throw failure("look at what is left beside " + claimed(), e);
    }
  }

  /** Makes the names in the folder last. */
  private void flush() throws IOException {
    try (FileChannel entry = FileChannel.open(folder)) {
      entry.force(true);
    }
  }

  /**
   * Makes what waits there readable for the folder's owner, who may not be who has put it there.
   */
  static void giveStaged(Path folder) throws IOException {
    PlainFile.giveToOwnerOf(folder, stagedIn(folder));
  }

  /**
   * Puts the claimed backup in the place of the database, which nobody writes. At no moment is
   * there none.
   *
   * @return where the former one is kept
   * @throws StoreException when that is refused; the database is the former one
   */
  Path replace() {
    Path database = databaseIn(folder);
    Path log = folder.resolve(DATABASE + "-wal");
    try {
      if (Files.exists(log) && Files.size(log) > 0) {
        // It would be played into the other database, which it knows nothing of.
        throw new StoreException(
            "somebody reads %s, and it was not replaced: try it again".formatted(database));
      }
      Files.deleteIfExists(log);
      Files.deleteIfExists(folder.resolve(DATABASE + "-shm"));
      Path former = freeName("replaced");
      Files.createLink(former, database);
      Files.move(claimed(), database, StandardCopyOption.ATOMIC_MOVE);
      flush();
      return former;
    } catch (IOException e) {
      throw failure("replace " + database, e);
    }
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

  /** Gives the lock back. */
  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw failure("unlock " + folder, e);
    }
  }

  private static StoreException failure(String what, IOException e) {
    return new StoreException(
        "cannot %s: %s; check its permissions and the disk".formatted(what, e), 0, e);
  }
}
