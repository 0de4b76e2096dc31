package io.panelwatch.agent.store;

import io.panelwatch.agent.config.StoreSettings;
import io.panelwatch.agent.fault.Alarm;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.lifecycle.Recollection;
import io.panelwatch.agent.inspection.InspectionRecord;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.hal.BoardClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The fault memory and the outbox, opened by their one writer.
 *
 * <p>No storage keeps a fault from being told. While it refuses (full, read-only, failing,
 * damaged), everything goes on in memory:
 *
 * <pre>
 *   DURABLE  --anything fails--&gt;  VOLATILE  --{@link #maintain} finds it well--&gt;  DURABLE
 *   epoch E                       epoch V, rows say durable: false              epoch E', the rows
 *                                                                               of E and V go on
 * </pre>
 *
 * <p>A program that ends while volatile offers what it holds to the storage once more; where that
 * still refuses, it is lost, and the list of active faults, which is sent at every connect, tells
 * the backend what is true.
 *
 * <p>Thread-safe: every method holds the store's monitor while it uses the one connection, so the
 * thread that judges and the thread that reports may both call it. A call lasts as long as the
 * storage takes (a commit flushes it); none belongs on a thread that draws, but for {@link
 * #health}. A {@linkplain #restore restore} holds it for a part of its time.
 */
public final class FaultStore implements AutoCloseable {

  /** The name of the database in its folder. */
  public static final String DATABASE = StoreFolder.DATABASE;

  /**
   * So many reports may wait for the backend. Beyond them those that only tell a change, or what
   * somebody did, keep their place and nothing else, and the others leave out what was read; that a
   * fault began or ended is never given up.
   */
  public static final int OUTBOX_ROWS = 10_000;

  private final StoreFiles files;
  private final Pruning pruning;
  private final Failover now;
  private final Restorer restorer;

  private FaultStore(StoreFiles files, Pruning pruning, BoardClock clock) {
    this.files = files;
    this.pruning = pruning;
    now = new Failover(files, clock);
    restorer = new Restorer(this, files, now, clock);
  }

  /**
   * Opens the store in a folder, or makes it. A database that is damaged, or that a newer program
   * wrote, is moved aside and a fresh one begun: see {@link #setAside()}. Damage is looked for only
   * where opening touches it; {@code PRAGMA integrity_check} would read all of a long history. A
   * storage that refuses is no reason not to start.
   *
   * @param settings how much of the history is kept
   * @throws StoreInUseException when another writer has it
   */
  public static FaultStore open(Path folder, StoreSettings settings, BoardClock clock) {
    return new FaultStore(new StoreFiles(folder), new Pruning(settings, clock), clock);
  }

  /** The same with the history that is kept where nothing else is configured. */
  public static FaultStore open(Path folder, BoardClock clock) {
    return open(folder, StoreSettings.DEFAULT, clock);
  }

  /**
   * Bounds the history, a little at a time, and takes what is held in memory into the database when
   * the storage works again; to be called every few seconds. Waits as long as the storage does.
   *
   * @return whether something has just been taken from memory, so that a new epoch is in force
   */
  public synchronized boolean maintain() {
    now.lookAsideAtTimes();
    if (now.durable()) {
      now.run(in -> in.prune(pruning));
      return false;
    }
    return now.retry();
  }

  /** Which database is written; may be asked on any thread, and never waits. */
  DatabaseInUse inUse() {
    return files.inUse();
  }

  /**
   * Somebody has found the database damaged: it is set aside as if that had been met here.
   *
   * @param looked which one was looked at
   * @return false, and nothing done, where that one is not in use any more
   */
  synchronized boolean foundDamaged(DatabaseInUse looked, StoreException how) {
    return now.foundDamaged(looked, how);
  }

  /**
   * Puts the {@linkplain Backup#stage staged} backup in the place of the database, as {@link
   * Restore} says. The former one is kept beside it. Who stores a fault waits only while the two
   * are joined, and not while an old backup is brought to this program's version.
   *
   * @param told reports what has ended; empty where nobody is told
   * @param judging whether faults are judged meanwhile
   * @param at when it is done
   * @throws StoreException when it was not done; what was kept is kept
   */
  public Restored restore(Optional<OutboxEncoder> told, boolean judging, Stamp at) {
    return restorer.restore(told, judging, at);
  }

  /** How the store fares; may be asked on any thread, and never waits. */
  public StoreHealth health() {
    return now.health();
  }

  /**
   * Opens the memory of a folder to look at it, whether or not its writer runs.
   *
   * @throws StoreException when there is none, or it was written by another version
   */
  public static FaultMemory openReadOnly(Path folder) {
    return new FaultMemory(StoreFiles.openToShow(folder));
  }

  /** Where the previous database went, if it could not be used. */
  public synchronized Optional<Path> setAside() {
    return files.setAside();
  }

  /**
   * Keeps a batch and its reports in one transaction: one for each transition, then one for each
   * thing that somebody did. Each takes the next {@code seq} of the epoch. When the encoder throws,
   * nothing of it is there; nothing is written for nothing.
   */
  public Kept commit(Batch batch, OutboxEncoder encoder) {
    return commit(batch, Optional.of(encoder));
  }

  /** The same with no reports where no broker is configured: they would wait for ever. */
  public Kept commit(Batch batch) {
    return commit(batch, Optional.empty());
  }

  /** The same with an encoder where somebody is told, and none where nobody is. */
  public synchronized Kept commit(Batch batch, Optional<OutboxEncoder> encoder) {
    List<Alarm> alarms = batch.isEmpty() ? List.of() : now.commit(batch, encoder);
    return new Kept(now.durable(), alarms);
  }

  /** The same for transitions alone. */
  public Kept commit(List<FaultTransition> transitions, OutboxEncoder encoder) {
    return commit(Batch.of(transitions), encoder);
  }

  /** What an agent that starts goes on with. */
  public synchronized Recollection recollection() {
    return now.keeper().recollection();
  }

  /**
   * What an agent that runs goes on with as well: what the storage refused to be read when it
   * started, and could be read when {@link #maintain} found it well; or what a backup had, after
   * {@link #restore}. Given once.
   */
  public synchronized Optional<Recollection> lateRecollection() {
    return now.takeLate();
  }

  /** When each item was looked at last, by item. */
  public synchronized List<InspectionRecord> inspections() {
    return now.keeper().inspections();
  }

  /** Every active fault, the oldest first. */
  public synchronized List<Fault> active() {
    return now.keeper().active();
  }

  /** Every active fault, and which transitions that takes in. */
  public synchronized ActiveFaults activeFaults() {
    OutboxStatus status = now.ask(Keeper::status);
    return new ActiveFaults(now.keeper().active(), status, now.durable());
  }

  /** The alarms of the last day, the oldest first, for an agent that starts to go on with. */
  public synchronized List<Alarm> alarms() {
    return now.ask(Keeper::alarms);
  }

  /** The latest episodes, active or not, the newest first. */
  public synchronized List<Fault> history(int limit) {
    return now.ask(in -> in.history(limit));
  }

  /**
   * One episode, active or not, with what is remembered now of its code on its component; empty
   * where there is none of that id, or none any more.
   */
  public synchronized Optional<Fault> episode(String faultId) {
    return now.ask(in -> in.episode(faultId));
  }

  /** What people did last on the device, or tried to do, the newest first. */
  public synchronized List<AuditEntry> audit(int limit) {
    return now.ask(in -> in.audit(limit));
  }

  /** The latest of it that came to that outcome, the newest first. */
  public synchronized List<AuditEntry> audit(String outcome, int limit) {
    return now.ask(in -> in.audit(outcome, limit));
  }

  /**
   * Which one the next episode of a code on a component is.
   *
   * @param bootId the boot in which it begins
   */
  public synchronized Occurrence nextOccurrence(String code, String component, String bootId) {
    return now.ask(in -> in.nextOccurrence(code, component, bootId));
  }

  /**
   * Reports that come after a place, in the order in which they are to be sent: by epoch, and
   * within it by seq.
   */
  public synchronized List<OutboxRow> outboxAfter(long epoch, long seq, int limit) {
    return now.ask(in -> in.outboxAfter(epoch, seq, limit));
  }

  /** How it stands with the outbox. */
  public synchronized OutboxStatus outboxStatus() {
    return now.ask(Keeper::status);
  }

  /**
   * Applies the backend's acknowledgement.
   *
   * @param epoch the outbox epoch it is for; one of which no row is kept touches nothing
   * @param contiguous the backend has every report of it up to this one
   * @param encoder gives kept reports their new place where a new epoch begins
   */
  public synchronized AckOutcome acknowledge(long epoch, long contiguous, OutboxEncoder encoder) {
    return now.ask(in -> in.acknowledge(epoch, contiguous, encoder));
  }

  /** Gives up the content of a report and keeps its place; nothing where it has left already. */
  public synchronized void skip(long epoch, long seq, OutboxEncoder encoder) {
    now.run(in -> in.skip(epoch, seq, encoder));
  }

  /**
   * Keeps a document of the backend over restarts.
   *
   * @return false, and nothing changed, when a newer one of its topic is kept
   */
  public synchronized boolean keep(KeptDocument document) {
    return now.ask(in -> in.keep(document));
  }

  /** Forgets the document of a topic. */
  public synchronized void forget(String topic) {
    now.run(in -> in.forget(topic));
  }

  /** Every kept document, by topic. */
  public synchronized List<KeptDocument> documents() {
    return now.ask(Keeper::documents);
  }

  /** Counts connections to the broker, over restarts: 1, 2, 3... */
  public synchronized long nextConnectionSeq() {
    return now.ask(Keeper::nextConnectionSeq);
  }

  /**
   * Ends it: the write-ahead log is folded into the database. What is held in memory is offered to
   * the storage once more.
   */
  @Override
  public synchronized void close() {
    now.close();
  }
}
