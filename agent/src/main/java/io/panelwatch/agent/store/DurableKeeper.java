package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Alarm;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.lifecycle.Checkpoint;
import io.panelwatch.agent.fault.lifecycle.Recollection;
import io.panelwatch.agent.fault.lifecycle.Resumed;
import io.panelwatch.agent.inspection.InspectionRecord;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.agent.service.Lockout;
import io.panelwatch.hal.BoardClock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Faults and reports in the database. Beside it stands in memory what must be known at once when
 * the database cannot be asked any more: the active faults, and how far the outbox is.
 */
final class DurableKeeper implements Keeper, AutoCloseable {

  /** The others are in the database. */
  private static final int LATEST_OF_ITEM = 1;

  private final Database database;
  private final BoardClock clock;
  private final EpisodeTable episodes;
  private final OutboxTable outbox;
  private final DocumentTable documents;
  private final ArrangementTables arrangements;
  private final MemoryTable memory;
  private final AuditTable audit;
  private final InspectionTable inspections;
  private final AlarmTable alarms;
  private final CounterTable counters;

  private Known known;
  private Held.Place lastGood;

  /** How many reports the outbox has: counted, because asking goes through all of them. */
  private int waiting;

  private long connectionSeq;

  /** Who tries codes until one is right is kept from it also when the database is refused. */
  private final HeldAudit wrongCodes = new HeldAudit(Lockout.WRONG);

  /** A database that has this program's schema; it is closed with this keeper. */
  DurableKeeper(Database database, BoardClock clock) {
    this.database = database;
    this.clock = clock;
    episodes = new EpisodeTable(database);
    outbox = new OutboxTable(database, clock);
    documents = new DocumentTable(database);
    arrangements = new ArrangementTables(database);
    memory = new MemoryTable(database);
    audit = new AuditTable(database);
    inspections = new InspectionTable(database);
    alarms = new AlarmTable(database);
    counters = new CounterTable(database);
    outbox.beginIfNew();
    known =
        new Known(
            new Recollection(episodes.active(), memory.all(), arrangements.all()),
            inspections.latest(),
            LATEST_OF_ITEM);
    lastGood = outbox.last();
    waiting = outbox.status().depth();
    connectionSeq = counters.connections();
    noteWrongCodes(audit.latest(AuditEntry.WRONG_CODE, Lockout.WRONG).reversed());
  }

  /** What has to be known to go on without the database. */
  Held known() {
    return new Held(
        Optional.of(lastGood),
        true,
        Epochs.after(lastGood.epoch(), clock),
        recollection(),
        wrongCodes.all(),
        inspections(),
        List.of(),
        List.of(),
        List.of(),
        Set.of(),
        connectionSeq);
  }

  /**
   * Takes in what was held in memory while the storage refused.
   *
   * @return what is here of before and the running program, which could not read it when it
   *     started, does not know: it is for the program to say what becomes of it
   */
  Optional<Recollection> takeOver(Held held) {
    var both = new Reunion(known.recollection(), held.kept());
    Recollection kept = held.whole() ? held.kept() : both.all();
    lastGood =
        database.inTransaction(
            () -> {
              outbox.takeOver(held);
              endOthersThan(kept.episodes());
              kept.episodes().forEach(this::save);
              kept.memory().forEach(memory::save);
              arrangements.save(kept.arrangements());
              held.inspections().forEach(inspections::save);
              audit.takeOver(held.audit());
              held.alarms().forEach(alarms::save);
              held.forgotten().forEach(documents::forget);
              held.documents().forEach(documents::keep);
              counters.countConnections(held.connectionSeq());
              return outbox.last();
            });
    known = new Known(kept, inspections.latest(), LATEST_OF_ITEM);
    known.forgetEnded(0);
    waiting = outbox.status().depth();
    connectionSeq = Math.max(connectionSeq, held.connectionSeq());
    List<AuditEntry> noted = wrongCodes.all();
    noteWrongCodes(held.audit().stream().filter(entry -> !noted.contains(entry)).toList());
    return held.whole() ? Optional.empty() : Optional.of(both.unknown());
  }

  /** One that ended so long ago that memory has no place for it is still active here. */
  private void endOthersThan(List<Resumed> kept) {
    Set<String> live = kept.stream().map(of -> of.fault().faultId()).collect(Collectors.toSet());
    episodes.active().stream()
        .map(Resumed::fault)
        .filter(fault -> !live.contains(fault.faultId()))
        .forEach(fault -> episodes.save(fault.cleared(clock.wall())));
  }

  @Override
  public List<Alarm> commit(Batch batch, Optional<OutboxEncoder> encoder) {
    List<Alarm> called = known.alarms(batch);
    Held.Place last =
        database.inTransaction(
            () -> {
              batch.transitions().forEach(transition -> episodes.save(transition.fault()));
              encoder.ifPresent(reports -> report(batch, reports));
              batch.checkpoints().forEach(episodes::save);
              batch.memory().forEach(memory::save);
              batch.arrangements().ifPresent(arrangements::save);
              batch.inspections().forEach(inspections::save);
              batch.audit().forEach(audit::add);
              called.forEach(alarms::save);
              return outbox.last();
            });
    waiting += (int) (last.seq() - lastGood.seq());
    lastGood = last;
    known.take(batch);
    known.forgetEnded(0);
    noteWrongCodes(batch.audit());
    return called;
  }

  private void noteWrongCodes(List<AuditEntry> entries) {
    entries.stream()
        .filter(entry -> entry.outcome().equals(AuditEntry.WRONG_CODE))
        .forEach(wrongCodes::add);
  }

  private void save(Resumed episode) {
    episodes.save(episode.fault());
    episodes.save(new Checkpoint(episode.fault().faultId(), episode.clean(), episode.quiet()));
  }

  private void report(Batch batch, OutboxEncoder encoder) {
    int before = waiting;
    for (Report report : Report.of(batch)) {
      var place = new OutboxPlace(outbox.epoch(), outbox.takeSeq(), true);
      boolean full = before++ >= FaultStore.OUTBOX_ROWS;
      outbox.add(full ? report.inNeed(place, encoder) : report.whole(place, encoder));
    }
  }

  @Override
  public List<Fault> active() {
    return known.active();
  }

  @Override
  public Recollection recollection() {
    return known.recollection();
  }

  @Override
  public List<InspectionRecord> inspections() {
    return known.inspections();
  }

  @Override
  public List<Fault> history(int limit) {
    return episodes.latest(limit);
  }

  @Override
  public List<Alarm> alarms() {
    return alarms.all();
  }

  @Override
  public Optional<Fault> episode(String faultId) {
    return episodes.find(faultId).map(known::asRemembered);
  }

  @Override
  public List<AuditEntry> audit(int limit) {
    return audit.latest(limit);
  }

  @Override
  public List<AuditEntry> audit(String outcome, int limit) {
    return audit.latest(outcome, limit);
  }

  @Override
  public Occurrence nextOccurrence(String code, String component, String bootId) {
    Occurrence ofRows = episodes.nextOccurrence(code, component, bootId);
    return known.nextOccurrence(code, component, bootId, ofRows);
  }

  @Override
  public List<OutboxRow> outboxAfter(long epoch, long seq, int limit) {
    return outbox.after(epoch, seq, limit);
  }

  @Override
  public OutboxStatus status() {
    return outbox.status();
  }

  @Override
  public AckOutcome acknowledge(long epoch, long contiguous, OutboxEncoder encoder) {
    AckOutcome outcome =
        database.inTransaction(() -> outbox.acknowledge(epoch, contiguous, encoder));
    lastGood = outbox.last();
    waiting = outbox.status().depth();
    return outcome;
  }

  @Override
  public void skip(long epoch, long seq, OutboxEncoder encoder) {
    outbox.skip(epoch, seq, encoder.skipped(epoch, seq));
  }

  @Override
  public boolean keep(KeptDocument document) {
    return database.inTransaction(() -> documents.keep(document));
  }

  @Override
  public void forget(String topic) {
    documents.forget(topic);
  }

  @Override
  public List<KeptDocument> documents() {
    return documents.all();
  }

  @Override
  public long nextConnectionSeq() {
    counters.countConnections(connectionSeq + 1);
    return ++connectionSeq;
  }

  @Override
  public void prune(Pruning pruning) {
    if (pruning.step(database)) {
      known.rememberOnly(memory.all());
    }
  }

  /** What is wrong with the database, if anything is; reads all of it. */
  Optional<String> damage() {
    return new Integrity(database).ofAll().stream().findFirst();
  }

  /** Whether all of it is in the database's file now; not while somebody reads it. */
  boolean emptyLog() {
    return database.emptyLog();
  }

  /** Closes it where the storage has refused something: what it has is not to be believed. */
  void closeAfterRefusal() {
    database.closeAfterRefusal();
  }

  @Override
  public void close() {
    database.close();
  }
}
