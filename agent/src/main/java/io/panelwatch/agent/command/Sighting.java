package io.panelwatch.agent.command;

import io.panelwatch.agent.control.ControlClient;
import io.panelwatch.agent.control.FaultSummary;
import io.panelwatch.agent.control.ReadingList;
import io.panelwatch.agent.control.ReadingSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What somebody who watches a board sees at one moment.
 *
 * @param at when the board was read, ISO 8601; empty before the first scan
 * @param faults that are active
 * @param ended those that were active in the sighting before this one
 * @param readings of the board
 */
record Sighting(
    Optional<String> at,
    List<FaultSummary> faults,
    List<FaultSummary> ended,
    List<ReadingSummary> readings) {

  /** Before anything was seen. */
  static final Sighting NOTHING = new Sighting(Optional.empty(), List.of(), List.of(), List.of());

  /** What a daemon says now; of what was there before it is asked how that has ended. */
  static Sighting of(ControlClient daemon, Sighting before) throws IOException {
    ReadingList readings = daemon.readings();
    List<FaultSummary> faults = daemon.active();
    Set<String> active = faults.stream().map(FaultSummary::faultId).collect(Collectors.toSet());
    List<FaultSummary> ended = new ArrayList<>();
    for (FaultSummary was : before.faults) {
      if (!active.contains(was.faultId())) {
        ended.add(ended(daemon, was, readings.at()));
      }
    }
    return new Sighting(readings.at(), faults, ended, readings.readings());
  }

  /** A daemon whose storage refuses may not know how: that is no reason not to go on watching. */
  private static FaultSummary ended(ControlClient daemon, FaultSummary was, Optional<String> at) {
    try {
      return daemon.fault(was.faultId()).orElseGet(() -> was.ended(at));
    } catch (IOException unread) {
      return was.ended(at);
    }
  }

  /** What became of a fault between two sightings. */
  enum Change {
    RAISED,
    CHANGED,
    ENDED
  }

  /** A fault that is not as it was before. */
  record Changed(Change change, FaultSummary fault) {}

  /** What has become of faults since another sighting: what has begun first. */
  List<Changed> since(Sighting before) {
    Map<String, FaultSummary> earlier =
        before.faults.stream()
            .collect(Collectors.toMap(FaultSummary::faultId, Function.identity(), (a, _) -> a));
    List<Changed> changes = new ArrayList<>();
    for (FaultSummary fault : faults) {
      FaultSummary was = earlier.get(fault.faultId());
      if (was == null) {
        changes.add(new Changed(Change.RAISED, fault));
      } else if (!was.equals(fault)) {
        changes.add(new Changed(Change.CHANGED, fault));
      }
    }
    ended.forEach(gone -> changes.add(new Changed(Change.ENDED, gone)));
    return changes;
  }

  /** The readings that are not as they were in another sighting. */
  List<ReadingSummary> readingsSince(Sighting before) {
    Map<List<String>, ReadingSummary> earlier =
        before.readings.stream()
            .collect(Collectors.toMap(Sighting::name, Function.identity(), (a, _) -> a));
    return readings.stream()
        .filter(reading -> !Objects.equals(earlier.get(name(reading)), reading))
        .toList();
  }

  private static List<String> name(ReadingSummary reading) {
    return List.of(reading.name(), reading.component());
  }
}
