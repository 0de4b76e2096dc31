package io.panelwatch.agent.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.tinylog.Logger;

/**
 * The files of a backup in the folder of a store, from where it waits to where it is the database:
 *
 * <pre>
 *   faults.db.restore.*.new   it is being copied here: see {@link Backup#stage}
 *   faults.db.restore         it waits
 *   faults.db.restoring       it is made ready
 *   faults.db.linked          for a moment: the database, to see whether it can have two names
 *   faults.db                 it is the database, and the former one is faults.db.replaced
 * </pre>
 *
 * <p>Only who has the lock of the folder takes it from where it waits.
 *
 * @param folder of the store
 */
record StagedBackup(Path folder) {

  private static final String LINKED = StoreFolder.DATABASE + ".linked";
  private static final String LEFT = "{" + StoreFolder.DATABASE + ".restore.*.new*," + LINKED + "}";

  private static final String FORMER = "replaced";

  /** Where a backup waits until it takes the place of the database. */
  static Path in(Path folder) {
    return folder.resolve(StoreFolder.DATABASE + ".restore");
  }

  /**
   * Takes the backup that waits for its own: nobody else uses the name that it gets, so that
   * another one, which may be put in its place at any time, waits for its turn.
   *
   * @throws StoreException when there is none, or the storage refuses
   */
  void claim() {
    Path staged = in(folder);
    dropClaimed();
    try {
      Files.move(staged, claimed(), StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException none) {
      throw new StoreException("there is no backup at %s to be restored".formatted(staged));
    } catch (IOException e) {
      throw StoreFolder.failure("take " + staged, e);
    }
  }

  /** Where it is made ready. */
  Path claimed() {
    return folder.resolve(StoreFolder.DATABASE + ".restoring");
  }

  /**
   * Takes away what a restore that was broken off, as by a power cut, has left: a log says nothing
   * of the database that it belongs to, and would be played into the next backup of that name.
   *
   * @throws StoreException when the storage refuses
   */
  private void dropClaimed() {
    try {
      boolean gone = Files.deleteIfExists(claimed());
      for (String left : PlainFile.BESIDE_A_DATABASE) {
        gone |= Files.deleteIfExists(folder.resolve(claimed().getFileName() + left));
      }
      if (gone) {
        flush();
      }
    } catch (IOException e) {
      throw StoreFolder.failure("take away what is left of " + claimed(), e);
    }
  }

  /** The same where nothing depends on it: of what cannot be taken away the log tells. */
  void dropLeft() {
    try {
      dropClaimed();
    } catch (StoreException e) {
      Logger.warn("A backup that was not restored is left behind: {}", e.getMessage());
    }
  }

  /**
   * Takes away the copies of backups that were broken off, unless somebody copies one now: nobody
   * knows their names any more. Of what cannot be taken away the log tells.
   */
  void dropHalfCopies() {
    try {
      if (!halfCopies().isEmpty()) {
        takeAwayHalfCopies();
      }
    } catch (BackupUnderWayException copying) {
      Logger.info("A backup is being copied into {}", folder);
    } catch (IOException | DirectoryIteratorException e) {
      Logger.warn("Half copies of backups are left behind in {}: {}", folder, e.toString());
    }
  }

  private void takeAwayHalfCopies() throws IOException {
    try (var _ = Copying.begin(folder)) {
      for (Path copy : halfCopies()) {
        Files.deleteIfExists(copy);
      }
    }
  }

  private List<Path> halfCopies() throws IOException {
    var found = new ArrayList<Path>();
    try (DirectoryStream<Path> copies = Files.newDirectoryStream(folder, LEFT)) {
      copies.forEach(found::add);
    }
    return found;
  }

  /**
   * Refuses a backup of which a part stands beside it still: only the file itself is moved.
   *
   * @throws StoreException when it is so
   */
  void requireWhole() {
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
      throw StoreFolder.failure("look at what is left beside " + claimed(), e);
    }
  }

  /**
   * Makes sure that the former database can be kept, while it is in use still: whoever found that
   * out later would have closed it for nothing.
   *
   * @throws StoreException when there are too many, or the storage knows no second names
   */
  void requirePlaceForFormer() {
    StoreFolder.freeName(folder, FORMER);
    try {
      Files.deleteIfExists(secondName());
      Files.createLink(secondName(), StoreFolder.databaseIn(folder));
      Files.delete(secondName());
    } catch (IOException | UnsupportedOperationException e) {
      throw new StoreException(
          "%s would not keep the former fault memory (%s), and nothing was restored"
              .formatted(folder, e),
          0,
          e);
    }
  }

  private Path secondName() {
    return folder.resolve(LINKED);
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
  static void give(Path folder) throws IOException {
    PlainFile.giveToOwnerOf(folder, in(folder));
  }

  /**
   * Puts the claimed backup in the place of the database, which nobody writes. At no moment is
   * there none.
   *
   * @return where the former one is kept
   * @throws StoreException when that is refused; the database is the former one
   */
  Path replace() {
    Path database = StoreFolder.databaseIn(folder);
    Path log = folder.resolve(StoreFolder.DATABASE + "-wal");
    try {
      if (Files.exists(log) && Files.size(log) > 0) {
        // It would be played into the other database, which it knows nothing of.
        throw new StoreException(
            "somebody reads %s, and it was not replaced: try it again".formatted(database));
      }
      Files.deleteIfExists(log);
      Files.deleteIfExists(folder.resolve(StoreFolder.DATABASE + "-shm"));
      Path former = StoreFolder.freeName(folder, FORMER);
      Files.createLink(former, database);
      Files.move(claimed(), database, StandardCopyOption.ATOMIC_MOVE);
      flush();
      return former;
    } catch (IOException e) {
      throw StoreFolder.failure("replace " + database, e);
    }
  }
}
