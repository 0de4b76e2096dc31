package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.service.AuditEntry;
import java.util.List;
import java.util.stream.Stream;
import org.tinylog.Logger;

/** What the backend is to hear of, before it has a place in the outbox. */
sealed interface Report {

  /** What became of a fault. */
  record OfFault(FaultTransition transition) implements Report {}

  /** What somebody did. */
  record OfDeed(AuditEntry entry) implements Report {}

  /**
   * Those of a batch, in the order in which they are sent: what was done follows what it changed.
   */
  static List<Report> of(Batch batch) {
    return Stream.<Report>concat(
            batch.transitions().stream().map(OfFault::new), batch.audit().stream().map(OfDeed::new))
        .toList();
  }

  /** Its row, with all that it tells. */
  default OutboxRow whole(OutboxPlace place, OutboxEncoder encoder) {
    return switch (this) {
      case OfFault(FaultTransition transition) ->
          row(OutboxTopic.FAULT, place, encoder.encode(transition, place));
      case OfDeed(AuditEntry entry) -> ofDeed(entry, place, encoder);
    };
  }

  /** Its row where too many wait: its place alone, or no more than that a fault began or ended. */
  default OutboxRow inNeed(OutboxPlace place, OutboxEncoder encoder) {
    OutboxRow whole = whole(place, encoder);
    return mayBeGivenUp() ? whole.givenUp(encoder) : whole.saying(encoder.brief(whole.payload()));
  }

  /** Whether it is given up where too many wait: that a fault began or ended never is. */
  default boolean mayBeGivenUp() {
    return switch (this) {
      case OfFault(FaultTransition transition) -> transition.kind() == FaultTransition.Kind.UPDATED;
      case OfDeed _ -> true;
    };
  }

  /** What somebody did is kept also where it cannot be told: no fault waits for its report. */
  private static OutboxRow ofDeed(AuditEntry entry, OutboxPlace place, OutboxEncoder encoder) {
    try {
      return row(OutboxTopic.SERVICE, place, encoder.encode(entry, place));
    } catch (RuntimeException e) {
      Logger.error(e, "{} that somebody did cannot be reported and is kept here", entry.action());
      return row(OutboxTopic.SERVICE, place, "").givenUp(encoder);
    }
  }

  private static OutboxRow row(OutboxTopic topic, OutboxPlace place, String payload) {
    return new OutboxRow(place.epoch(), place.seq(), topic, false, payload);
  }
}
