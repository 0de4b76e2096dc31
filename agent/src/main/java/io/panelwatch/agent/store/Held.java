package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Alarm;
import io.panelwatch.agent.fault.lifecycle.Arrangements;
import io.panelwatch.agent.fault.lifecycle.Recollection;
import io.panelwatch.agent.inspection.InspectionRecord;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.hal.BoardClock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was held in memory while the storage refused, for the database to take over.
 *
 * @param lastGood how far the outbox of the database was before it refused something; empty where
 *     this program has kept nothing in it yet, so that nothing of it is in doubt
 * @param whole whether {@code kept} is all that there is; where the program could read nothing when
 *     it started, what the database has of before joins it
 * @param epoch the volatile one
 * @param kept the episodes as they now are, ended ones included, and what people have arranged
 * @param audit what people did, the oldest first: of before the latest wrong codes
 * @param inspections when each item was looked at, the oldest first of each
 * @param alarms by which somebody was called, the oldest first; some may be in the database
 * @param rows of the volatile epoch; they keep their places
 * @param documents of the backend
 * @param forgotten topics whose documents the backend took back
 * @param connectionSeq the last one that was given away
 */
record Held(
    Optional<Place> lastGood,
    boolean whole,
    long epoch,
    Recollection kept,
    List<AuditEntry> audit,
    List<InspectionRecord> inspections,
    List<Alarm> alarms,
    List<OutboxRow> rows,
    List<KeptDocument> documents,
    Set<String> forgotten,
    long connectionSeq) {

  /** A place in the outbox. */
  record Place(long epoch, long seq) {}

  /** Nothing is known of before, but for an epoch and a connection that were before. */
  static Held nothing(long epochBefore, long connectionSeq, BoardClock clock) {
    return new Held(
        Optional.empty(),
        false,
        Epochs.after(epochBefore, clock),
        new Recollection(List.of(), List.of(), Arrangements.NONE),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Set.of(),
        connectionSeq);
  }
}
