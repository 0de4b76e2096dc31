package io.panelwatch.agent.fault.lifecycle.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A technician is on the board.
 *
 * @param visit its name
 * @param since when
 * @param all whether the whole board is worked on
 * @param faults that it is for, as they were when it began
 */
record AtWork(String visit, When since, boolean all, List<Episode> faults) {

  /** Eight hours: a visit that nobody closes ends with them. */
  private static final int LONGEST = 8 * 3600;

  boolean isForgotten(When now) {
    return since.passed(LONGEST, now);
  }

  /** Whether what begins of a subject begins under the technician's hands. */
  boolean concerns(Subject subject) {
    return !subject.law().alwaysTold()
        && (all || faults.stream().anyMatch(fault -> isOf(subject.component(), fault)));
  }

  /**
   * The visit as a fault tells it: of what is worked on, and of what began meanwhile, unless it is
   * told always.
   */
  Optional<String> of(Episode episode) {
    boolean toldAlways = episode.birth().subject().law().alwaysTold();
    return !toldAlways && (isFor(episode.faultId()) || began(episode))
        ? Optional.of(visit)
        : Optional.empty();
  }

  /** Whether that fault began under the technician's hands. */
  boolean began(Episode episode) {
    return episode.visit().equals(Optional.of(visit)) && !isFor(episode.faultId());
  }

  /**
   * What such a fault is put down to: the first by name of the faults of the same component that
   * are worked on and still there, else the visit.
   */
  String cause(Subject subject, Set<String> active) {
    return faults.stream()
        .filter(fault -> isOf(subject.component(), fault))
        .map(Episode::faultId)
        .filter(active::contains)
        .sorted()
        .findFirst()
        .orElse(visit);
  }

  boolean isFor(String faultId) {
    return faults.stream().anyMatch(fault -> fault.faultId().equals(faultId));
  }

  private static boolean isOf(String component, Episode fault) {
    return fault.birth().subject().component().equals(component);
  }
}
