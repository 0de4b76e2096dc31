package io.panelwatch.agent.fault.lifecycle.model;

import io.panelwatch.agent.fault.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What the table of faults says of one code, written out: the production's own catalogue is not
 * asked, or both sides would share its mistakes.
 *
 * @param onDelay seconds for which the condition must hold
 * @param offDelay seconds for which it must be gone
 * @param reads how many reads in a row must see it, and how many must see it gone
 * @param times so many sightings are enough, too; 0 where the table says nothing of it
 * @param window in so many seconds
 * @param latched whether it ends only when somebody has acknowledged it
 * @param cause whose symptom it is
 * @param severities of its levels, from the mildest on
 */
public record Law(
    int onDelay,
    int offDelay,
    int reads,
    int times,
    int window,
    boolean latched,
    Optional<Subject> cause,
    List<Severity> severities) {

  static Law delays(int onDelay, int offDelay, Severity... severities) {
    return new Law(onDelay, offDelay, 1, 0, 0, false, Optional.empty(), List.of(severities));
  }

  Law orTimes(int times, int window) {
    return new Law(onDelay, offDelay, reads, times, window, latched, cause, severities);
  }

  Law reads(int reads) {
    return new Law(onDelay, offDelay, reads, times, window, latched, cause, severities);
  }

  Law untilAcknowledged() {
    return new Law(onDelay, offDelay, reads, times, window, true, cause, severities);
  }

  Law symptomOf(Subject cause) {
    return new Law(
        onDelay, offDelay, reads, times, window, latched, Optional.of(cause), severities);
  }

  int levels() {
    return severities.size();
  }
}
