package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.DtcStatus;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.rule.Verdict;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts the episodes of what has failed, and how long it is well since: one entry for each code on
 * each component, until it has aged. Then it is given to be stored once more and forgotten here:
 * the store knows from which episode the next one is counted, as long as it has one. A scan costs
 * next to nothing while every entry was tested in this cycle.
 */
final class DtcMemory {

  private static final Duration DAY = Duration.ofHours(24);
  private static final DtcEntry.Cycle NOT_TURNED = new DtcEntry.Cycle("", 0, false, false);

  private final Occurrences earlier;
  private final Map<Pair, DtcEntry> entries = new HashMap<>();
  private final Set<Pair> changed = new LinkedHashSet<>();

  /**
   * By code: the components of which this cycle knows neither that they are well nor that not, or
   * of which its boot has not been told anything.
   */
  private final Map<String, Set<String>> untested = new HashMap<>();

  private DtcEntry.Cycle now = NOT_TURNED;

  /**
   * @param earlier knows the episodes of what is not remembered here
   */
  DtcMemory(Occurrences earlier) {
    this.earlier = earlier;
  }

  /**
   * What was remembered before a restart, or is remembered again by a backup; it comes into the
   * present cycle with the next turn. Of what is known already, the one that counts more holds.
   */
  void resume(Collection<DtcEntry> kept) {
    for (DtcEntry entry : kept.stream().filter(entry -> !entry.aged()).toList()) {
      entries.merge(
          new Pair(entry.code(), entry.component()),
          entry,
          (known, other) -> other.total() > known.total() ? other : known);
    }
    now = NOT_TURNED;
  }

  /** It is that time: what is not of this cycle begins it. */
  void turn(Stamp time) {
    var cycle =
        new DtcEntry.Cycle(time.bootId(), time.uptimeMillis() / DAY.toMillis(), false, false);
    if (!cycle.equals(now)) {
      now = cycle;
      entries.replaceAll((pair, entry) -> entry.in(cycle));
      untested.clear();
      entries.forEach(this::note);
    }
  }

  private void note(Pair pair, DtcEntry entry) {
    Set<String> ofCode = untested.computeIfAbsent(pair.code(), code -> new HashSet<>());
    boolean known = entry.cycle().tested() || entry.cycle().failed();
    if (known && entry.testedThisBoot()) {
      ofCode.remove(pair.component());
    } else {
      ofCode.add(pair.component());
    }
  }

  /** Remembers an episode of before a restart, where nothing else is remembered of its like. */
  void resume(Fault active) {
    entries.putIfAbsent(Pair.of(active), DtcEntry.begun(active));
    now = NOT_TURNED;
  }

  /** An episode begins. */
  Occurrence begins(Pair pair, String faultId) {
    DtcEntry before = entries.get(pair);
    Occurrence occurrence =
        before == null
            ? earlier.next(pair.code(), pair.component())
            : new Occurrence(before.total() + 1, before.thisBoot() + 1);
    boolean tested = before != null && before.cycle().tested();
    var cycle = new DtcEntry.Cycle(now.bootId(), now.day(), tested, true);
    put(pair, DtcEntry.begun(pair, faultId, occurrence, cycle));
    return occurrence.with(0, DtcStatus.failedIn(now.bootId()));
  }

  /** A fault as it is to be told now; a drill, and what is forgotten here, stays as it is. */
  Fault tell(Fault fault) {
    DtcEntry entry = fault.test() ? null : entries.get(Pair.of(fault));
    return entry == null ? fault : entry.tell(fault);
  }

  /** The components of a code that wait to be tested in this cycle. */
  Set<String> untested(String code) {
    return Set.copyOf(untested.getOrDefault(code, Set.of()));
  }

  /** Something is said of what has failed at some time: what comes of it is told with that. */
  void judge(Pair pair, Verdict verdict) {
    DtcEntry entry = entries.get(pair);
    if (entry != null && verdict != Verdict.NO_DATA && !entry.testedThisBoot()) {
      put(pair, entry.judged());
    }
  }

  /** One scan's look at what has failed at some time, and at what has not. */
  void look(Pair pair, Verdict verdict, boolean active) {
    DtcEntry entry = entries.get(pair);
    if (entry == null) {
      return;
    }
    if (active && !(entry.cycle().failed() && entry.failedThisBoot())) {
      put(pair, entry.failed());
    } else if (!active && verdict == Verdict.CLEAR && !entry.cycle().tested()) {
      put(pair, entry.tested());
    }
  }

  private void put(Pair pair, DtcEntry entry) {
    entries.put(pair, entry);
    changed.add(pair);
    note(pair, entry);
  }

  /** Those that have changed since this was asked last. */
  List<DtcEntry> changed() {
    List<DtcEntry> all = changed.stream().map(entries::get).toList();
    changed.clear();
    all.stream().filter(DtcEntry::aged).forEach(this::forget);
    return all;
  }

  private void forget(DtcEntry aged) {
    entries.remove(new Pair(aged.code(), aged.component()));
  }
}
