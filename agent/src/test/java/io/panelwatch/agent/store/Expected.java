package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a store has of faults and reports, as a plain value: each change gives the next one.
 *
 * @param episodes for each whether it is active
 * @param outbox the head of each kept report, by its seq
 * @param lastSeq the last that was given away
 */
record Expected(SortedMap<String, Boolean> episodes, SortedMap<Long, String> outbox, long lastSeq) {

  static final Expected NOTHING = new Expected(new TreeMap<>(), new TreeMap<>(), 0);

  private static final int ALL = 1_000_000;

  /** What a store really has. */
  static Expected in(FaultStore store) {
    var episodes = new TreeMap<String, Boolean>();
    for (Fault fault : store.history(ALL)) {
      episodes.put(fault.faultId(), fault.active());
    }
    var outbox = new TreeMap<Long, String>();
    for (OutboxRow row : store.outboxAfter(0, ALL)) {
      outbox.put(row.seq(), head(row.payload()));
    }
    return new Expected(episodes, outbox, store.outboxStatus().lastSeq());
  }

  List<String> active() {
    return episodes.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
  }

  Expected with(FaultTransition transition, OutboxEncoder encoder) {
    Fault fault = transition.fault();
    var next = new TreeMap<>(episodes);
    next.put(fault.faultId(), fault.active());
    var reports = new TreeMap<>(outbox);
    long seq = lastSeq + 1;
    reports.put(seq, head(encoder.encode(transition, new OutboxPlace(0, seq))));
    return new Expected(next, reports, seq);
  }

  Expected acknowledged(long contiguous) {
    return new Expected(episodes, new TreeMap<>(outbox.tailMap(contiguous + 1)), lastSeq);
  }

  Expected skipped(long seq, OutboxEncoder encoder) {
    var reports = new TreeMap<>(outbox);
    reports.computeIfPresent(seq, (at, report) -> head(encoder.skipped(0, at)));
    return new Expected(episodes, reports, lastSeq);
  }

  /** Rows leave from the front only. */
  boolean hasNoGap() {
    var seqs = new ArrayList<>(outbox.keySet());
    return seqs.isEmpty() || lastSeq - seqs.getFirst() + 1 == seqs.size();
  }

  private static String head(String report) {
    return report.lines().findFirst().orElse("");
  }
}
