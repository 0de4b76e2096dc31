package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a store has of faults and reports, as a plain value: each change gives the next one.
 *
 * @param episodes for each whether it is active
 * @param outbox the head of each kept report, by its place
 */
record Expected(SortedMap<String, Boolean> episodes, SortedMap<String, String> outbox) {

  static final Expected NOTHING = new Expected(new TreeMap<>(), new TreeMap<>());

  private static final int ALL = 1_000_000;

  /** What a store really has. */
  static Expected in(FaultStore store) {
    var episodes = new TreeMap<String, Boolean>();
    for (Fault fault : store.history(ALL)) {
      episodes.put(fault.faultId(), fault.active());
    }
    var outbox = new TreeMap<String, String>();
    for (OutboxRow row : store.outboxAfter(0, 0, ALL)) {
      outbox.put(place(row.epoch(), row.seq()), head(row.payload()));
    }
    return new Expected(episodes, outbox);
  }

  List<String> active() {
    return episodes.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
  }

  /** With a transition whose report stands at that place. */
  Expected with(FaultTransition transition, long epoch, long seq, OutboxEncoder encoder) {
    Fault fault = transition.fault();
    var next = new TreeMap<>(episodes);
    next.put(fault.faultId(), fault.active());
    var reports = new TreeMap<>(outbox);
    var place = new OutboxPlace(epoch, seq, true);
    reports.put(place(epoch, seq), head(encoder.encode(transition, place)));
    return new Expected(next, reports);
  }

  Expected acknowledged(long epoch, long contiguous) {
    var reports = new TreeMap<>(outbox);
    reports.subMap(place(epoch, 0), place(epoch, contiguous + 1)).clear();
    return new Expected(episodes, reports);
  }

  Expected skipped(long epoch, long seq, OutboxEncoder encoder) {
    var reports = new TreeMap<>(outbox);
    reports.computeIfPresent(place(epoch, seq), (at, report) -> head(encoder.skipped(epoch, seq)));
    return new Expected(episodes, reports);
  }

  /** The same reports and episodes, but that some are over that were active there. */
  boolean isAtItsEnd(Expected before) {
    return outbox.equals(before.outbox)
        && episodes.keySet().equals(before.episodes.keySet())
        && new TreeSet<>(before.active()).containsAll(active());
  }

  private static String place(long epoch, long seq) {
    return "%020d:%010d".formatted(epoch, seq);
  }

  private static String head(String report) {
    return report.lines().findFirst().orElse("");
  }
}
