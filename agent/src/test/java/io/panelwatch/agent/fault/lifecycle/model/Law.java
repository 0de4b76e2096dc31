package io.panelwatch.agent.fault.lifecycle.model;

import io.panelwatch.agent.fault.Ne107;
import io.panelwatch.agent.fault.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What the table of faults says of one code, written out: the production's own catalogue is not
 * asked, or both sides would share its mistakes.
 *
 * @param signal its class of NAMUR NE 107
 * @param onDelay seconds for which the condition must hold
 * @param offDelay seconds for which it must be gone
 * @param reads how many reads in a row must see it, and how many must see it gone
 * @param times so many sightings are enough, too; 0 where the table says nothing of it
 * @param window in so many seconds
 * @param latched whether it ends only when somebody has acknowledged it
 * @param alwaysTold whether it is told during a visit as ever
 * @param cause whose symptom it is
 * @param severities of its levels, from the mildest on
 */
public record Law(
    Ne107 signal,
    int onDelay,
    int offDelay,
    int reads,
    int times,
    int window,
    boolean latched,
    boolean alwaysTold,
    Optional<Subject> cause,
    List<Severity> severities) {

  static Law delays(Ne107 signal, int onDelay, int offDelay, Severity... severities) {
    return new Law(
        signal, onDelay, offDelay, 1, 0, 0, false, false, Optional.empty(), List.of(severities));
  }

  Law orTimes(int times, int window) {
    return with(reads, times, window, latched, alwaysTold, cause);
  }

  Law reads(int reads) {
    return with(reads, times, window, latched, alwaysTold, cause);
  }

  Law untilAcknowledged() {
    return with(reads, times, window, true, alwaysTold, cause);
  }

  Law toldAlways() {
    return with(reads, times, window, latched, true, cause);
  }

  Law symptomOf(Subject cause) {
    return with(reads, times, window, latched, alwaysTold, Optional.of(cause));
  }

  private Law with(
      int reads,
      int times,
      int window,
      boolean latched,
      boolean alwaysTold,
      Optional<Subject> cause) {
    return new Law(
        signal, onDelay, offDelay, reads, times, window, latched, alwaysTold, cause, severities);
  }

  int levels() {
    return severities.size();
  }
}
