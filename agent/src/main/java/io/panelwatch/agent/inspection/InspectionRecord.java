package io.panelwatch.agent.inspection;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Stamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something that no sensor sees was looked at.
 *
 * @param item what: {@code fans}
 * @param at when that was said
 * @param by who has looked; {@link Actor#AGENT} where only a book that was kept by hand says so
 * @param day from which its interval counts, in UTC; empty as long as no clock could be trusted
 * @param runningHours that the agent had run by then
 * @param wear the faultIds of the wear that was known then, and so was looked at
 */
public record InspectionRecord(
    String item,
    Stamp at,
    Actor by,
    Optional<LocalDate> day,
    double runningHours,
    Set<String> wear) {

  public InspectionRecord {
    wear = Set.copyOf(wear);
  }

  /** The hours that the agent had run by the latest of those: it has run for no less; 0 of none. */
  public static double mostRunningHours(List<InspectionRecord> done) {
    return done.stream().mapToDouble(InspectionRecord::runningHours).max().orElse(0);
  }

  /** The same once its day is known. */
  public InspectionRecord on(LocalDate known) {
    return new InspectionRecord(item, at, by, Optional.of(known), runningHours, wear);
  }

  /** The faultIds in one text, in their order. */
  public String wearText() {
    return String.join(" ", new TreeSet<>(wear));
  }
}
