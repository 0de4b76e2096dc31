package io.panelwatch.agent.daemon;

import io.panelwatch.agent.fault.lifecycle.Outcome;
import io.panelwatch.agent.inspection.InspectionRecord;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.agent.store.Batch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that came of what somebody did. It is kept together: a power cut leaves all of it or nothing.
 *
 * @param done what became of faults and of what people arrange
 * @param looked what was looked at
 * @param entries who did it
 */
record Deed(Outcome.Done done, Optional<InspectionRecord> looked, List<AuditEntry> entries) {

  private static final Outcome.Done NOTHING = new Outcome.Done(List.of(), Optional.empty());

  Deed {
    entries = List.copyOf(entries);
  }

  /** What is to be kept of it. */
  Batch batch() {
    return new Batch(
        done.transitions(),
        List.of(),
        List.of(),
        done.arrangements(),
        looked.stream().toList(),
        entries);
  }

  /** Something that concerns faults, or what people arrange. */
  static Deed of(Outcome.Done done, AuditEntry entry) {
    return new Deed(done, Optional.empty(), List.of(entry));
  }

  /** Something that came to nothing, and yet is kept. */
  static Deed inVain(AuditEntry entry) {
    return of(NOTHING, entry);
  }

  /** The same, and with it something was looked at. */
  Deed and(InspectionRecord record, AuditEntry entry) {
    return new Deed(
        done, Optional.of(record), Stream.concat(entries.stream(), Stream.of(entry)).toList());
  }

  /** Something was looked at. */
  static Deed of(InspectionRecord looked, AuditEntry entry) {
    return new Deed(NOTHING, Optional.of(looked), List.of(entry));
  }
}
