package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.lifecycle.Recollection;
import io.panelwatch.agent.inspection.InspectionRecord;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.hal.BoardClock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tinylog.Logger;

/**
 * Faults and reports in memory, under an epoch of their own, while the storage refuses. They end
 * with the program; until then nothing is different for who reads or sends them but {@code durable:
 * false}.
 *
 * <p>Memory is spared without losing that a fault began or ended:
 *
 * <ul>
 *   <li>of the reports, only the latest {@value #WHOLE_ROWS} have what was read and advised;
 *   <li>beyond {@value #MANY_ROWS}, those that only tell a change, or what somebody did, keep their
 *       place and nothing else;
 *   <li>beyond {@value #TOO_MANY_ROWS}, none has more than that it began or ended: about a
 *       kilobyte;
 *   <li>beyond {@value #MANY_ENDED} ended episodes the oldest leave the history.
 * </ul>
 *
 * <p>How often a fault may come and go is bounded by the lifecycle.
 */
final class VolatileKeeper implements Keeper {

  static final int WHOLE_ROWS = 500;
  static final int MANY_ROWS = 1_000;
  static final int TOO_MANY_ROWS = 2_000;
  static final int MANY_ENDED = 500;

  /** What people did beyond that is forgotten, the oldest first. */
  static final int MANY_DEEDS = 500;

  private record Row(boolean mayBeGivenUp, Instant written, OutboxRow row) {

    Row brief(OutboxEncoder encoder) {
      boolean asItIs = row.skipped() || row.topic() != OutboxTopic.FAULT;
      return asItIs
          ? this
          : new Row(mayBeGivenUp, written, row.saying(encoder.brief(row.payload())));
    }

    Row givenUp(OutboxEncoder encoder) {
      return new Row(mayBeGivenUp, written, row.givenUp(encoder));
    }
  }

  private final BoardClock clock;
  private final Optional<Held.Place> lastGood;
  private final boolean whole;
  private final long epoch;
  private final Known known;
  private final TreeMap<Long, Row> outbox = new TreeMap<>();
  private final Map<String, KeptDocument> documents = new LinkedHashMap<>();
  private final Set<String> forgotten = new HashSet<>();
  private final Deque<AuditEntry> audit = new ArrayDeque<>();
  private long lastSeq;

  /** Up to there every report is brief. */
  private long lastBrief;

  private boolean tooManyTold;
  private long connectionSeq;

  /**
   * Begins a volatile epoch.
   *
   * @param before what is known of before, without rows: those are in the database
   */
  VolatileKeeper(Held before, BoardClock clock) {
    this.clock = clock;
    lastGood = before.lastGood();
    whole = before.whole();
    epoch = before.epoch();
    connectionSeq = before.connectionSeq();
    known = new Known(before.kept(), before.inspections());
    before.documents().forEach(document -> documents.put(document.topic(), document));
  }

  /** What the database is to take over. */
  Held held() {
    return new Held(
        lastGood,
        whole,
        epoch,
        known.recollection(),
        known.inspections(),
        outbox.values().stream().map(Row::row).toList(),
        List.copyOf(documents.values()),
        Set.copyOf(forgotten),
        connectionSeq);
  }

  @Override
  public void commit(Batch batch, Optional<OutboxEncoder> encoder) {
    List<Row> added = encoder.map(reports -> reports(batch, reports)).orElse(List.of());
    added.forEach(row -> outbox.put(row.row.seq(), row));
    lastSeq += added.size();
    known.take(batch);
    batch.audit().forEach(audit::addLast);
    while (audit.size() > MANY_DEEDS) {
      audit.removeFirst();
    }
    encoder.ifPresent(this::makeRoom);
    known.forgetEnded(MANY_ENDED);
  }

  private List<Row> reports(Batch batch, OutboxEncoder encoder) {
    var added = new ArrayList<Row>();
    for (Report report : Report.of(batch)) {
      var place = new OutboxPlace(epoch, lastSeq + 1 + added.size(), false);
      OutboxRow row = report.whole(place, encoder);
      added.add(new Row(report.mayBeGivenUp(), clock.wall(), row));
    }
    return added;
  }

  private void makeRoom(OutboxEncoder encoder) {
    if (outbox.size() > MANY_ROWS) {
      outbox.values().stream()
          .filter(row -> row.mayBeGivenUp && !row.row.skipped())
          .map(row -> row.row.seq())
          .toList()
          .forEach(seq -> skip(epoch, seq, encoder));
    }
    boolean tooMany = outbox.size() > TOO_MANY_ROWS;
    long brief = tooMany ? lastSeq : Math.max(lastBrief, lastSeq - WHOLE_ROWS);
    outbox.subMap(lastBrief, false, brief, true).replaceAll((_, row) -> row.brief(encoder));
    lastBrief = brief;
    if (tooMany && !tooManyTold) {
      tooManyTold = true;
      Logger.error(
          "{} reports wait in memory for the storage and the backend; from now on they tell only"
              + " what began and what ended",
          outbox.size());
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
    return known.all().reversed().stream().limit(limit).toList();
  }

  @Override
  public Optional<Fault> episode(String faultId) {
    return known.all().stream().filter(fault -> fault.faultId().equals(faultId)).findFirst();
  }

  /** What people did, the oldest first, for the database to take over. */
  List<AuditEntry> audit() {
    return List.copyOf(audit);
  }

  @Override
  public List<AuditEntry> audit(int limit) {
    return audit().reversed().stream().limit(limit).toList();
  }

  @Override
  public List<AuditEntry> audit(String outcome, int limit) {
    return audit().reversed().stream()
        .filter(entry -> entry.outcome().equals(outcome))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Announced> announcedSince(Instant since, int most) {
    List<Announced> all =
        known.all().stream()
            .filter(fault -> fault.clockTrusted() && fault.first().isAfter(since))
            .filter(VolatileKeeper::announced)
            .map(f -> new Announced(f.first(), f.severity(), f.code(), f.component()))
            .sorted(Comparator.comparing(Announced::first))
            .toList();
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  private static boolean announced(Fault fault) {
    return !fault.test()
        && fault.suppressedBy().isEmpty()
        && fault.standing().shelf().filter(shelf -> !putAsideAfter(shelf, fault)).isEmpty();
  }

  private static boolean putAsideAfter(Shelf shelf, Fault fault) {
    return shelf.since().wall().isAfter(fault.first());
  }

  @Override
  public Occurrence nextOccurrence(String code, String component, String bootId) {
    return known.all().stream()
        .filter(fault -> fault.code().equals(code) && fault.component().equals(component))
        .filter(fault -> !fault.test())
        .max(Comparator.comparingInt(fault -> fault.occurrence().total()))
        .map(last -> after(last, bootId))
        .orElse(Occurrence.FIRST);
  }

  private static Occurrence after(Fault last, String bootId) {
    return last.bootId().equals(bootId)
        ? last.occurrence().again()
        : new Occurrence(last.occurrence().total() + 1, 1, 0, true);
  }

  /** Rows of the epochs before are in the database, and wait. */
  @Override
  public List<OutboxRow> outboxAfter(long afterEpoch, long afterSeq, int limit) {
    long seq = afterEpoch < epoch ? 0 : afterEpoch == epoch ? afterSeq : lastSeq;
    return outbox.tailMap(seq, false).values().stream().limit(limit).map(Row::row).toList();
  }

  @Override
  public OutboxStatus status() {
    return new OutboxStatus(
        epoch,
        outbox.isEmpty() ? lastSeq + 1 : outbox.firstKey(),
        lastSeq,
        outbox.size(),
        Optional.ofNullable(outbox.firstEntry()).map(first -> first.getValue().written));
  }

  /** An epoch that began in memory cannot have lost rows: what is beyond them is not of it. */
  @Override
  public AckOutcome acknowledge(long of, long contiguous, OutboxEncoder encoder) {
    if (of != epoch || contiguous > lastSeq) {
      return AckOutcome.OTHER_EPOCH;
    }
    Map<Long, Row> done = outbox.headMap(contiguous, true);
    boolean any = !done.isEmpty();
    done.clear();
    return any ? AckOutcome.ADVANCED : AckOutcome.NOTHING_NEW;
  }

  @Override
  public void skip(long of, long seq, OutboxEncoder encoder) {
    if (of == epoch) {
      outbox.computeIfPresent(seq, (_, row) -> row.givenUp(encoder));
    }
  }

  @Override
  public boolean keep(KeptDocument document) {
    KeptDocument known = documents.get(document.topic());
    if (known != null && document.olderThan(known)) {
      return false;
    }
    documents.put(document.topic(), document);
    forgotten.remove(document.topic());
    return true;
  }

  @Override
  public void forget(String topic) {
    documents.remove(topic);
    forgotten.add(topic);
  }

  @Override
  public List<KeptDocument> documents() {
    return List.copyOf(documents.values());
  }

  @Override
  public long nextConnectionSeq() {
    return ++connectionSeq;
  }

  /** What is held here is bounded as it comes. */
  @Override
  public void prune(Pruning pruning) {
    known.forgetEnded(MANY_ENDED);
  }
}
