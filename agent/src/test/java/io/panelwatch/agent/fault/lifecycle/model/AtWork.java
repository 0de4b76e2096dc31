package io.panelwatch.agent.fault.lifecycle.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A technician is on the board. All subjects are of one component, so that whatever begins is of
 * what is worked on.
 *
 * @param visit its name
 * @param since when
 * @param faults that it is for
 */
record AtWork(String visit, When since, List<String> faults) {

  /** Eight hours: a visit that nobody closes ends with them. */
  private static final int LONGEST = 8 * 3600;

  boolean isForgotten(When now) {
    return since.passed(LONGEST, now);
  }

  /** The visit as a fault tells it: of what is worked on, and of what began meanwhile. */
  Optional<String> of(Episode episode) {
    return faults.contains(episode.faultId()) || began(episode)
        ? Optional.of(visit)
        : Optional.empty();
  }

  /** Whether that fault began under the technician's hands. */
  boolean began(Episode episode) {
    return episode.visit().equals(Optional.of(visit)) && !faults.contains(episode.faultId());
  }

  /**
   * What such a fault is put down to: the first by name of the faults that are worked on and still
   * there, else the visit.
   */
  String cause(Set<String> active) {
    return faults.stream().filter(active::contains).sorted().findFirst().orElse(visit);
  }
}
