package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.agent.fault.lifecycle.Recollection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a database has of before, and what came to be since while it could not be read, put
 * together. Of one thing that both have, what came later holds.
 *
 * @param before as the database has it
 * @param since as it was held in memory, by a program that began with nothing
 */
record Reunion(Recollection before, Recollection since) {

  /** All of it. */
  Recollection all() {
    return new Recollection(
        join(before.episodes(), since.episodes(), of -> of.fault().faultId(), Reunion::later),
        memory(),
        since.arrangements().with(before.arrangements()));
  }

  /** What the program does not know yet, with the sums of what it knows in part. */
  Recollection unknown() {
    Set<String> known =
        since.episodes().stream().map(of -> of.fault().faultId()).collect(Collectors.toSet());
    return new Recollection(
        before.episodes().stream().filter(of -> !known.contains(of.fault().faultId())).toList(),
        memory(),
        before.arrangements().without(since.arrangements()));
  }

  private List<DtcEntry> memory() {
    return join(
        before.memory(),
        since.memory(),
        entry -> List.of(entry.code(), entry.component()),
        Reunion::sum);
  }

  private static <T> T later(T before, T since) {
    return since;
  }

  /** A sum that a refused attempt has left is not made twice. */
  private static DtcEntry sum(DtcEntry before, DtcEntry since) {
    boolean summed = before.lastFault().equals(since.lastFault());
    boolean sameBoot = before.cycle().bootId().equals(since.cycle().bootId());
    return new DtcEntry(
        since.code(),
        since.component(),
        summed ? before.total() : before.total() + since.total(),
        sameBoot && !summed ? before.thisBoot() + since.thisBoot() : since.thisBoot(),
        since.lastFault(),
        Math.min(before.cleanCycles(), since.cleanCycles()),
        since.cycle(),
        since.testedThisBoot() || (sameBoot && before.testedThisBoot()),
        since.failedThisBoot() || (sameBoot && before.failedThisBoot()));
  }

  private static <T, K> List<T> join(
      List<T> before, List<T> since, Function<T, K> key, BinaryOperator<T> both) {
    Map<K, T> all = new LinkedHashMap<>();
    before.forEach(one -> all.put(key.apply(one), one));
    since.forEach(one -> all.merge(key.apply(one), one, both));
    return new ArrayList<>(all.values());
  }
}
