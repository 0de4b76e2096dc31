package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.lifecycle.Arrangements;
import io.panelwatch.agent.fault.lifecycle.Checkpoint;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.agent.fault.lifecycle.Outcome;
import io.panelwatch.agent.inspection.InspectionRecord;
import io.panelwatch.agent.service.AuditEntry;
import java.util.List;
import java.util.Optional;

/**
 * What is kept together: all of it or nothing.
 *
 * @param transitions in the order in which they happened
 * @param checkpoints how far episodes have come to their ends
 * @param memory what is remembered of codes on components, where that has changed
 * @param arrangements what people have arranged, where that has changed
 * @param inspections what people have looked at, or what has come to be known of that
 * @param audit what people have done, or have tried to do
 */
public record Batch(
    List<FaultTransition> transitions,
    List<Checkpoint> checkpoints,
    List<DtcEntry> memory,
    Optional<Arrangements> arrangements,
    List<InspectionRecord> inspections,
    List<AuditEntry> audit) {

  public Batch {
    transitions = List.copyOf(transitions);
    checkpoints = List.copyOf(checkpoints);
    memory = List.copyOf(memory);
    inspections = List.copyOf(inspections);
    audit = List.copyOf(audit);
  }

  /** What concerns faults. */
  public Batch(
      List<FaultTransition> transitions,
      List<Checkpoint> checkpoints,
      List<DtcEntry> memory,
      Optional<Arrangements> arrangements,
      List<AuditEntry> audit) {
    this(transitions, checkpoints, memory, arrangements, List.of(), audit);
  }

  /** What nobody did. */
  public Batch(
      List<FaultTransition> transitions,
      List<Checkpoint> checkpoints,
      List<DtcEntry> memory,
      Optional<Arrangements> arrangements) {
    this(transitions, checkpoints, memory, arrangements, List.of());
  }

  /** Transitions and nothing else. */
  public static Batch of(List<FaultTransition> transitions) {
    return new Batch(transitions, List.of(), List.of(), Optional.empty());
  }

  /** What somebody has done. */
  public static Batch of(Outcome.Done done, AuditEntry entry) {
    return new Batch(done.transitions(), List.of(), List.of(), done.arrangements(), List.of(entry));
  }

  /** What somebody has tried to do. */
  public static Batch of(AuditEntry entry) {
    return new Batch(List.of(), List.of(), List.of(), Optional.empty(), List.of(entry));
  }

  /** What people have looked at, and who says so; no entry for what comes to be known of it. */
  public static Batch of(List<InspectionRecord> inspections, List<AuditEntry> audit) {
    return new Batch(List.of(), List.of(), List.of(), Optional.empty(), inspections, audit);
  }

  /** The same; what is arranged in it takes nothing away of other arrangements. */
  Batch beside(Arrangements others) {
    return new Batch(
        transitions,
        checkpoints,
        memory,
        arrangements.map(ours -> ours.with(others)),
        inspections,
        audit);
  }

  /** Whether there is nothing to keep. */
  public boolean isEmpty() {
    return transitions.isEmpty()
        && checkpoints.isEmpty()
        && memory.isEmpty()
        && arrangements.isEmpty()
        && inspections.isEmpty()
        && audit.isEmpty();
  }
}
