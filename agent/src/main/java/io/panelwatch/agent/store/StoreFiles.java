package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.lifecycle.Recollection;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.agent.service.Lockout;
import io.panelwatch.hal.BoardClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Opens what is in the folder of a store, and sets aside what cannot be used. The folder is locked
 * from the first time that its storage allows it. Not thread-safe.
 */
final class StoreFiles implements AutoCloseable {

  private final Path folder;
  private @Nullable StoreFolder locked;
  private boolean damaged;
  private final AtomicInteger openings = new AtomicInteger();
  private Optional<Path> setAside = Optional.empty();

  StoreFiles(Path folder) {
    this.folder = folder;
  }

  /** Where the last database went that could not be used. */
  Optional<Path> setAside() {
    return setAside;
  }

  /** Which file the database is. */
  long inode() {
    return StoreFolder.inodeOf(StoreFolder.databaseIn(folder));
  }

  /**
   * Which database is written; may be asked on any thread.
   *
   * @throws StoreException when there is none
   */
  DatabaseInUse inUse() {
    int opening = openings.get();
    return new DatabaseInUse(inode(), opening);
  }

  /** The names of those that lie in the folder. */
  List<String> namesAside() {
    return StoreFolder.setAsideIn(folder);
  }

  /** The database turned out to be damaged while it was open: it is set aside before the next. */
  void foundDamaged() {
    damaged = true;
  }

  /**
   * The database, made where it is missing, and brought to this program's version. One that is
   * damaged, or of a newer program, is set aside, and a fresh one begun.
   *
   * @throws StoreInUseException when another writer has it
   * @throws StoreException when the storage refuses
   */
  DurableKeeper open(BoardClock clock) {
    DurableKeeper opened = openOrAfresh(lock(), clock);
    // Not before: until then the log beside it may be put in the place of another one.
    openings.incrementAndGet();
    return opened;
  }

  private DurableKeeper openOrAfresh(StoreFolder own, BoardClock clock) {
    if (damaged) {
      return afresh(own, clock, "damaged");
    }
    try {
      Database database = Database.openWriter(own.database());
      int version = orClose(database, () -> Schema.versionOf(database));
      if (version <= Schema.VERSION) {
        return ready(database, clock);
      }
      database.close();
      return afresh(own, clock, "newer-version-" + version);
    } catch (StoreException e) {
      if (!e.tellsOfDamage()) {
        throw e;
      }
      Logger.error("The fault memory is damaged: {}", e.getMessage());
      return afresh(own, clock, "damaged");
    }
  }

  /** The backup that waits in the folder, if one does. */
  StagedBackup stagedBackup() {
    return lock().staged();
  }

  /**
   * Puts the backup that was made ready in the place of the database, which is closed.
   *
   * @return where the former one is kept
   * @throws StoreException when it was not done
   */
  Path replace() {
    Path former = lock().staged().replace();
    Logger.info("A backup was restored; the former fault memory is kept as {}", former);
    return former;
  }

  private StoreFolder lock() {
    if (locked != null) {
      return locked;
    }
    StoreFolder own = StoreFolder.lock(folder);
    locked = own;
    own.staged().dropLeft();
    own.staged().dropHalfCopies();
    return own;
  }

  private DurableKeeper afresh(StoreFolder own, BoardClock clock, String suffix) {
    Path aside = own.setAside(suffix);
    // Whatever comes next: what lies there now is another one.
    damaged = false;
    setAside = Optional.of(aside);
    Logger.error("The fault memory was set aside as {}; a fresh one begins", aside);
    return ready(Database.openWriter(own.database()), clock);
  }

  private static DurableKeeper ready(Database database, BoardClock clock) {
    return orClose(
        database,
        () -> {
          Schema.migrate(database);
          return new DurableKeeper(database, clock);
        });
  }

  private static <T> T orClose(Database database, Database.Work<T> work) {
    boolean done = false;
    try {
      T result = work.run();
      done = true;
      return result;
    } finally {
      if (!done) {
        database.close();
      }
    }
  }

  /**
   * What can be read of a database that cannot be opened to write. Where not even the index of its
   * log can be made beside it, it is read without one; but only where no log was left, which has
   * what was kept last: half of the truth is taken for nothing.
   */
  Held lookAt(BoardClock clock) {
    Path file = StoreFolder.databaseIn(folder);
    return read(() -> Database.openReader(file), clock)
        .or(() -> read(() -> Database.openUnchanging(file), clock).map(held -> soFar(held, clock)))
        .orElseGet(() -> Held.nothing(0, Math.max(0, clock.wall().getEpochSecond()), clock));
  }

  private Held soFar(Held withoutLog, BoardClock clock) {
    return LeftLog.isLeftBeside(StoreFolder.databaseIn(folder))
        ? Held.nothing(withoutLog.epoch(), withoutLog.connectionSeq(), clock)
        : withoutLog;
  }

  private static Optional<Held> read(Database.Work<Database> open, BoardClock clock) {
    try (Database database = open.run()) {
      if (Schema.versionOf(database) != Schema.VERSION) {
        return Optional.empty();
      }
      long epoch = new OutboxTable(database, clock).epoch();
      var kept =
          new Recollection(
              new EpisodeTable(database).active(),
              new MemoryTable(database).all(),
              new ArrangementTables(database).all());
      return Optional.of(
          new Held(
              Optional.empty(),
              true,
              Epochs.after(epoch, clock),
              kept,
              new AuditTable(database).latest(AuditEntry.WRONG_CODE, Lockout.WRONG).reversed(),
              new InspectionTable(database).latest(),
              new AlarmTable(database).all(),
              List.of(),
              new DocumentTable(database).all(),
              Set.of(),
              new CounterTable(database).connections()));
    } catch (StoreException e) {
      Logger.warn("The fault memory cannot be read: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * The database of a folder, to read it as it is written.
   *
   * @throws StoreException when there is none, or it was written by another version
   */
  static Database openToRead(Path folder) {
    Path file = StoreFolder.databaseIn(folder);
    if (Files.notExists(file)) {
      throw new StoreException(
          "no fault memory at %s; name its folder with --state".formatted(file));
    }
    return ofThisVersion(file, Database.openReader(file));
  }

  /**
   * The same to show something of it, also where the storage takes not even the index of its log.
   * What is written meanwhile is not seen then: who reads for longer would read two halves.
   */
  static Database openToShow(Path folder) {
    try {
      return openToRead(folder);
    } catch (StoreException e) {
      Path file = StoreFolder.databaseIn(folder);
      if (e.sqliteCode() == 0 || e.tellsOfDamage() || LeftLog.isLeftBeside(file)) {
        throw e;
      }
      return ofThisVersion(file, Database.openUnchanging(file));
    }
  }

  private static Database ofThisVersion(Path file, Database database) {
    int version = orClose(database, () -> Schema.versionOf(database));
    if (version != Schema.VERSION) {
      database.close();
      String advice =
          version < Schema.VERSION
              ? "start the daemon once, which brings it up to date"
              : "use the program that wrote it";
      throw new StoreException(
          "%s has version %d and this program reads %d; %s"
              .formatted(file, version, Schema.VERSION, advice));
    }
    return database;
  }

  /** Gives the lock back. */
  @Override
  public void close() {
    if (locked != null) {
      locked.close();
    }
  }
}
