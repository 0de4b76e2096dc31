package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.hal.BoardClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tinylog.Logger;

/**
 * The fault memory and the outbox, opened by their one writer.
 *
 * <p>Thread-safe: every method holds the store's monitor while it uses the one connection, so the
 * thread that judges and the thread that reports may both call it. A call lasts as long as the
 * storage takes (a commit flushes it); none belongs on a thread that draws. Every method can throw
 * {@link StoreException}.
 */
public final class FaultStore implements AutoCloseable {

  /** SQLite's primary results for a file that cannot be believed any more. */
  private static final int SQLITE_CORRUPT = 11;

  private static final int SQLITE_NOTADB = 26;

  private final StoreFolder folder;
  private final Database database;
  private final EpisodeTable episodes;
  private final OutboxTable outbox;
  private final DocumentTable documents;
  private final Optional<Path> setAside;

  private FaultStore(
      StoreFolder folder, Database database, BoardClock clock, Optional<Path> setAside) {
    this.folder = folder;
    this.database = database;
    this.setAside = setAside;
    episodes = new EpisodeTable(database);
    outbox = new OutboxTable(database, clock);
    documents = new DocumentTable(database);
  }

  /**
   * Opens the store in a folder, or makes it. A database that is damaged, or that a newer program
   * wrote, is moved aside and a fresh one begun: see {@link #setAside()}. Damage is looked for only
   * where opening touches it; {@code PRAGMA integrity_check} would read all of a long history.
   *
   * @throws StoreException when another writer has it, or the disk refuses
   */
  public static FaultStore open(Path folder, BoardClock clock) {
    StoreFolder locked = StoreFolder.lock(folder);
    boolean opened = false;
    try {
      FaultStore store = openLocked(locked, clock);
      opened = true;
      return store;
    } finally {
      if (!opened) {
        locked.close();
      }
    }
  }

  private static FaultStore openLocked(StoreFolder locked, BoardClock clock) {
    try {
      Database database = Database.openWriter(locked.database());
      int version = versionOrClose(database);
      if (version <= Schema.VERSION) {
        return ready(locked, database, clock, Optional.empty());
      }
      database.close();
      return afresh(locked, clock, "newer-version-" + version);
    } catch (StoreException e) {
      if (e.sqliteCode() != SQLITE_CORRUPT && e.sqliteCode() != SQLITE_NOTADB) {
        throw e;
      }
      Logger.error("The fault memory is damaged: {}", e.getMessage());
      return afresh(locked, clock, "damaged");
    }
  }

  private static int versionOrClose(Database database) {
    try {
      return Schema.versionOf(database);
    } catch (StoreException e) {
      database.close();
      throw e;
    }
  }

  private static FaultStore afresh(StoreFolder locked, BoardClock clock, String suffix) {
    Path aside = locked.setAside(suffix);
    Logger.error("The fault memory was set aside as {}; a fresh one begins", aside);
    return ready(locked, Database.openWriter(locked.database()), clock, Optional.of(aside));
  }

  private static FaultStore ready(
      StoreFolder locked, Database database, BoardClock clock, Optional<Path> aside) {
    boolean ready = false;
    try {
      Schema.migrate(database);
      var store = new FaultStore(locked, database, clock, aside);
      store.outbox.beginIfNew();
      ready = true;
      return store;
    } finally {
      if (!ready) {
        database.close();
      }
    }
  }

  /**
   * Opens the memory of a folder to look at it, whether or not its writer runs.
   *
   * @throws StoreException when there is none, or it was written by another version
   */
  public static FaultMemory openReadOnly(Path folder) {
    Path file = StoreFolder.databaseIn(folder);
    if (Files.notExists(file)) {
      throw new StoreException(
          "no fault memory at %s; name its folder with --state".formatted(file));
    }
    Database database = Database.openReader(file);
    int version = versionOrClose(database);
    if (version != Schema.VERSION) {
      database.close();
      throw new StoreException(
          "%s has version %d and this program reads %d; use the program that wrote it"
              .formatted(file, version, Schema.VERSION));
    }
    return new FaultMemory(database);
  }

  /** Where the previous database went, if it could not be used. */
  public Optional<Path> setAside() {
    return setAside;
  }

  /**
   * Writes episodes and their reports in one transaction. Each report takes the next {@code seq} of
   * the epoch. When anything throws, the encoder included, nothing of it is there.
   *
   * @param transitions in the order in which they happened; nothing is written for none
   */
  public synchronized void commit(List<FaultTransition> transitions, OutboxEncoder encoder) {
    if (transitions.isEmpty()) {
      return;
    }
    database.inTransaction(
        () -> {
          transitions.forEach(transition -> write(transition, encoder));
          return transitions.size();
        });
  }

  private void write(FaultTransition transition, OutboxEncoder encoder) {
    episodes.save(transition.fault());
    var place = new OutboxPlace(outbox.epoch(), outbox.takeSeq());
    outbox.add(place.epoch(), place.seq(), encoder.encode(transition, place));
  }

  /** Every active fault, the oldest first. */
  public synchronized List<Fault> active() {
    return episodes.active();
  }

  /** Every active fault, and which transitions that takes in. */
  public synchronized ActiveFaults activeFaults() {
    return new ActiveFaults(episodes.active(), outbox.status());
  }

  /** How many alarms there were of late; those that a cause suppressed do not count. */
  public synchronized AlarmRate alarmRate(Instant now) {
    return new AlarmRate(
        episodes.begunSince(now.minus(AlarmRate.SHORT)),
        episodes.begunSince(now.minus(AlarmRate.LONG)));
  }

  /** The latest episodes, active or not, the newest first. */
  public synchronized List<Fault> history(int limit) {
    return episodes.latest(limit);
  }

  /**
   * Which one the next episode of a code on a component is.
   *
   * @param bootId the boot in which it begins
   */
  public synchronized Occurrence nextOccurrence(String code, String component, String bootId) {
    return episodes.nextOccurrence(code, component, bootId);
  }

  /** Reports of the epoch in force that come after a seq, in order. */
  public synchronized List<OutboxRow> outboxAfter(long seq, int limit) {
    return outbox.after(seq, limit);
  }

  /** How it stands with the outbox. */
  public synchronized OutboxStatus outboxStatus() {
    return outbox.status();
  }

  /**
   * Applies the backend's acknowledgement.
   *
   * @param epoch the outbox epoch it is for; any other than the one in force touches nothing
   * @param contiguous the backend has every report up to this one
   * @param encoder gives kept reports their new place where a new epoch begins
   */
  public synchronized AckOutcome acknowledge(long epoch, long contiguous, OutboxEncoder encoder) {
    return database.inTransaction(() -> outbox.acknowledge(epoch, contiguous, encoder));
  }

  /** Gives up the content of a report and keeps its place; nothing where it has left already. */
  public synchronized void skip(long seq, OutboxEncoder encoder) {
    database.inTransaction(
        () -> {
          outbox.skip(seq, encoder.skipped(outbox.epoch(), seq));
          return seq;
        });
  }

  /**
   * Keeps a document of the backend over restarts.
   *
   * @return false, and nothing changed, when a newer one of its topic is kept
   */
  public synchronized boolean keep(KeptDocument document) {
    return database.inTransaction(() -> documents.keep(document));
  }

  /** Forgets the document of a topic. */
  public synchronized void forget(String topic) {
    documents.forget(topic);
  }

  /** Every kept document, by topic. */
  public synchronized List<KeptDocument> documents() {
    return documents.all();
  }

  /** Counts connections to the broker, over restarts: 1, 2, 3... */
  public synchronized long nextConnectionSeq() {
    return database
        .first(
            """
            INSERT INTO counter VALUES ('connection', 1)
            ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value
            """,
            row -> row.getLong(1))
        .orElseThrow();
  }

  /** Ends it; the write-ahead log is folded into the database. */
  @Override
  public synchronized void close() {
    try {
      database.close();
    } finally {
      folder.close();
    }
  }
}
