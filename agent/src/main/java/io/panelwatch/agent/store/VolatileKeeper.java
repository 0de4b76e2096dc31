package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Alarm;
import io.panelwatch.agent.fault.AlarmMeter;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.lifecycle.Recollection;
import io.panelwatch.agent.inspection.InspectionRecord;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.hal.BoardClock;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Faults and reports in memory, under an epoch of their own, while the storage refuses. They end
 * with the program; until then nothing is different for who reads or sends them but {@code durable:
 * false}.
 *
 * <p>Memory is spared without losing that a fault began or ended: of the reports as {@link
 * VolatileOutbox} says, and beyond {@value #MANY_ENDED} ended episodes the oldest leave the
 * history. How often a fault may come and go is bounded by the lifecycle.
 */
final class VolatileKeeper implements Keeper {

  static final int MANY_ENDED = 500;

  /** So many of the same action that came to the same are held, and inspections of an item. */
  static final int MANY_DEEDS = 100;

  private final Optional<Held.Place> lastGood;
  private final boolean whole;
  private final Known known;
  private final VolatileOutbox outbox;
  private final Map<String, KeptDocument> documents = new LinkedHashMap<>();
  private final Set<String> forgotten = new HashSet<>();
  private final HeldAudit audit = new HeldAudit(MANY_DEEDS);
  private final ArrayDeque<Alarm> alarms = new ArrayDeque<>();
  private long connectionSeq;

  /**
   * Begins a volatile epoch.
   *
   * @param before what is known of before, without rows: those are in the database
   */
  VolatileKeeper(Held before, BoardClock clock) {
    lastGood = before.lastGood();
    whole = before.whole();
    outbox = new VolatileOutbox(before.epoch(), clock);
    connectionSeq = before.connectionSeq();
    known = new Known(before.kept(), before.inspections(), MANY_DEEDS);
    before.audit().forEach(audit::add);
    before.alarms().forEach(this::add);
    before.documents().forEach(document -> documents.put(document.topic(), document));
  }

  /** What the database is to take over. */
  Held held() {
    return new Held(
        lastGood,
        whole,
        outbox.epoch(),
        known.recollection(),
        audit.all(),
        known.eachInspection(),
        alarms(),
        outbox.all(),
        List.copyOf(documents.values()),
        Set.copyOf(forgotten),
        connectionSeq);
  }

  @Override
  public List<Alarm> commit(Batch batch, Optional<OutboxEncoder> encoder) {
    encoder.ifPresent(reports -> outbox.add(batch, reports));
    List<Alarm> called = known.alarms(batch);
    called.forEach(this::add);
    known.take(batch);
    batch.audit().forEach(audit::add);
    known.forgetEnded(MANY_ENDED);
    return called;
  }

  private void add(Alarm alarm) {
    if (alarms.size() == AlarmMeter.MOST) {
      alarms.removeFirst();
    }
    alarms.addLast(alarm);
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
    return known.all().stream()
        .filter(fault -> fault.faultId().equals(faultId))
        .map(known::asRemembered)
        .findFirst();
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
  public List<Alarm> alarms() {
    return List.copyOf(alarms);
  }

  @Override
  public Occurrence nextOccurrence(String code, String component, String bootId) {
    Occurrence ofHeld = nextOfHeld(code, component, bootId);
    return known.nextOccurrence(code, component, bootId, ofHeld);
  }

  private Occurrence nextOfHeld(String code, String component, String bootId) {
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
        : new Occurrence(last.occurrence().total() + 1, 1);
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
    return outbox.acknowledge(epoch, contiguous);
  }

  @Override
  public void skip(long epoch, long seq, OutboxEncoder encoder) {
    outbox.skip(epoch, seq, encoder);
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
