package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Alarm;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.lifecycle.Recollection;
import io.panelwatch.agent.inspection.InspectionRecord;
import io.panelwatch.agent.service.AuditEntry;
import java.util.List;
import java.util.Optional;

/**
 * Where faults and reports are kept for now: in the database, or in memory while the storage
 * refuses. Each method is what the one of the same name of {@link FaultStore} promises. Not
 * thread-safe: the store's monitor is held.
 */
sealed interface Keeper permits DurableKeeper, VolatileKeeper {

  /**
   * All of it or, when it throws anything, nothing of it.
   *
   * @param encoder makes the reports; empty where nobody is told
   * @return the alarms among it
   */
  List<Alarm> commit(Batch batch, Optional<OutboxEncoder> encoder);

  List<Fault> active();

  Recollection recollection();

  List<InspectionRecord> inspections();

  List<Fault> history(int limit);

  Optional<Fault> episode(String faultId);

  List<AuditEntry> audit(int limit);

  List<AuditEntry> audit(String outcome, int limit);

  List<Alarm> alarms();

  Occurrence nextOccurrence(String code, String component, String bootId);

  List<OutboxRow> outboxAfter(long epoch, long seq, int limit);

  OutboxStatus status();

  AckOutcome acknowledge(long epoch, long contiguous, OutboxEncoder encoder);

  void skip(long epoch, long seq, OutboxEncoder encoder);

  boolean keep(KeptDocument document);

  void forget(String topic);

  List<KeptDocument> documents();

  long nextConnectionSeq();

  /** Takes a step in bounding the history. */
  void prune(Pruning pruning);
}
