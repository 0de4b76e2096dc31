package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.lifecycle.Arrangements;
import io.panelwatch.agent.fault.lifecycle.Checkpoint;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.agent.fault.lifecycle.Recollection;
import io.panelwatch.agent.fault.lifecycle.Resumed;
import io.panelwatch.agent.service.AuditEntry;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a store has of faults and reports, as a plain value: each change gives the next one.
 *
 * @param episodes for each its revision and whether it is active
 * @param outbox the head of each kept report, by its place
 * @param beside what is kept beside the faults: how far they have come to their ends, what is
 *     remembered, what is put aside, how often each deed was noted
 */
record Expected(
    SortedMap<String, String> episodes,
    SortedMap<String, String> outbox,
    SortedMap<String, String> beside) {

  static final Expected NOTHING = new Expected(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

  private static final int ALL = 1_000_000;
  private static final String ACTIVE = "active at ";
  private static final String CLEAN = "clean ";
  private static final String MEMORY = "memory ";
  private static final String SHELF = "shelf ";
  private static final String DEED = "deed ";

  /** What a store really has. */
  static Expected in(FaultStore store) {
    var episodes = new TreeMap<String, String>();
    for (Fault fault : store.history(ALL)) {
      episodes.put(fault.faultId(), state(fault));
    }
    var outbox = new TreeMap<String, String>();
    for (OutboxRow row : store.outboxAfter(0, 0, ALL)) {
      outbox.put(place(row.epoch(), row.seq()), head(row.payload()));
    }
    SortedMap<String, String> beside = beside(store.recollection());
    store
        .audit(ALL)
        .forEach(deed -> beside.merge(DEED + deed.subject(), "once", (_, _) -> "twice"));
    return new Expected(episodes, outbox, beside);
  }

  private static SortedMap<String, String> beside(Recollection kept) {
    var beside = new TreeMap<String, String>();
    kept.episodes().stream()
        .filter(episode -> episode.fault().active() && !episode.clean().isZero())
        .map(Expected::checkpoint)
        .forEach(of -> beside.put(CLEAN + of.faultId(), of.toString()));
    kept.memory().forEach(entry -> beside.put(MEMORY + entry.component(), entry.toString()));
    putShelves(beside, kept.arrangements());
    return beside;
  }

  private static Checkpoint checkpoint(Resumed episode) {
    return new Checkpoint(episode.fault().faultId(), episode.clean(), episode.quiet());
  }

  private static void putShelves(Map<String, String> beside, Arrangements now) {
    for (Shelf shelf : now.shelves()) {
      beside.put(SHELF + shelf.component(), shelf.toString());
    }
  }

  List<String> active() {
    return episodes.entrySet().stream()
        .filter(episode -> episode.getValue().startsWith(ACTIVE))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** With a batch whose reports follow that place. */
  Expected with(Batch batch, long epoch, long lastSeq, OutboxEncoder encoder) {
    Expected next = this;
    long seq = lastSeq;
    for (FaultTransition transition : batch.transitions()) {
      next = next.with(transition, epoch, ++seq, encoder);
    }
    var reports = new TreeMap<>(next.outbox);
    for (AuditEntry deed : batch.audit()) {
      var place = new OutboxPlace(epoch, ++seq, true);
      reports.put(place(epoch, seq), head(encoder.encode(deed, place)));
    }
    return new Expected(next.episodes, reports, next.beside).withTheRestOf(batch);
  }

  /** With a transition whose report stands at that place. */
  private Expected with(FaultTransition transition, long epoch, long seq, OutboxEncoder encoder) {
    Fault fault = transition.fault();
    var next = new TreeMap<>(episodes);
    next.put(fault.faultId(), state(fault));
    var reports = new TreeMap<>(outbox);
    var place = new OutboxPlace(epoch, seq, true);
    reports.put(place(epoch, seq), head(encoder.encode(transition, place)));
    var others = new TreeMap<>(beside);
    if (!fault.active()) {
      others.remove(CLEAN + fault.faultId());
    }
    return new Expected(next, reports, others);
  }

  /** With what a batch has beside what is reported. */
  private Expected withTheRestOf(Batch batch) {
    var next = new TreeMap<>(beside);
    for (Checkpoint checkpoint : batch.checkpoints()) {
      if (active().contains(checkpoint.faultId())) {
        next.put(CLEAN + checkpoint.faultId(), checkpoint.toString());
      }
    }
    batch.audit().forEach(deed -> next.put(DEED + deed.subject(), "once"));
    for (DtcEntry entry : batch.memory()) {
      next.put(MEMORY + entry.component(), entry.toString());
    }
    batch
        .arrangements()
        .ifPresent(
            now -> {
              next.keySet().removeIf(key -> key.startsWith(SHELF));
              putShelves(next, now);
            });
    return new Expected(episodes, outbox, next);
  }

  Expected acknowledged(long epoch, long contiguous) {
    var reports = new TreeMap<>(outbox);
    reports.subMap(place(epoch, 0), place(epoch, contiguous + 1)).clear();
    return new Expected(episodes, reports, beside);
  }

  Expected skipped(long epoch, long seq, OutboxEncoder encoder) {
    var reports = new TreeMap<>(outbox);
    reports.computeIfPresent(place(epoch, seq), (at, report) -> head(encoder.skipped(epoch, seq)));
    return new Expected(episodes, reports, beside);
  }

  private static String state(Fault fault) {
    return (fault.active() ? ACTIVE : "over at ") + fault.rev();
  }

  private static String place(long epoch, long seq) {
    return "%020d:%010d".formatted(epoch, seq);
  }

  private static String head(String report) {
    return report.lines().findFirst().orElse("");
  }
}
