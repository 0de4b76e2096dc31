package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.RetestResult;
import io.panelwatch.agent.fault.Retested;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.hal.SensorFamily;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The service visit, if one is open, and the retest that is made in it. */
final class Visits {

  private final Conditions conditions;
  private Optional<Visit> open = Optional.empty();
  private Optional<Retest> retest = Optional.empty();

  /** What was retested in this run of the agent, by faultId. */
  private final Map<String, Pair> retested = new HashMap<>();

  /** By what is judged what there was a condition of in the visit that is open. */
  private final Map<Pair, SensorFamily> families = new HashMap<>();

  Visits(Conditions conditions) {
    this.conditions = conditions;
  }

  Optional<Visit> open() {
    return open;
  }

  /** It begins. */
  void begin(Visit visit) {
    open = Optional.of(visit);
  }

  /** The one of before goes on; one that has begun meanwhile stays, with what it has found. */
  void resume(Visit kept) {
    open = open.or(() -> Optional.of(kept));
  }

  /** It ends, and with it a retest that is under way. */
  void close() {
    open = Optional.empty();
    retest = Optional.empty();
    retested.clear();
    families.clear();
  }

  /** Closes one that was forgotten. */
  void expire(Stamp now) {
    if (open.map(visit -> visit.isOver(now)).orElse(false)) {
      close();
    }
  }

  /** The visit in which a fault of that component begins. */
  Optional<Visit> ofNew(String component) {
    return open.filter(visit -> visit.concerns(component));
  }

  /** The visit in which that fault is worked on, or in which it began. */
  Optional<Visit> of(Fault fault) {
    return open.filter(
        visit ->
            visit.faultIds().contains(fault.faultId())
                || fault.standing().visit().equals(Optional.of(visit.id())));
  }

  /** What a fault that begins in a visit is put down to: what is worked on, else the visit. */
  String cause(Visit visit, String component) {
    return visit.works().stream()
        .filter(work -> work.component().equals(component))
        .map(Visit.Work::faultId)
        .filter(id -> conditions.withEpisode(id).isPresent())
        .sorted()
        .findFirst()
        .orElse(visit.id());
  }

  /** The retest that is under way. */
  Optional<Retest> retest() {
    return retest;
  }

  /** What an earlier retest of the fault came to does not count any more. */
  void begin(Retest begun) {
    retest = Optional.of(begun);
    retested.put(begun.faultId(), begun.pair());
    open = open.map(visit -> visit.without(begun.faultId()));
  }

  /** Something is followed, and judged by that. */
  void judged(Pair pair, SensorFamily family) {
    if (open.isPresent()) {
      families.put(pair, family);
    }
  }

  /** By what it is judged, or was last in this visit. */
  Optional<SensorFamily> family(Pair pair) {
    return Optional.ofNullable(families.get(pair));
  }

  /** A fault of that pair is seen: no retest that was passed before says that it is well. */
  void seen(Pair pair) {
    open.stream()
        .flatMap(visit -> visit.passed().stream())
        .filter(faultId -> isOf(faultId, pair))
        .forEach(faultId -> open = open.map(visit -> visit.without(faultId)));
  }

  /**
   * Whether the latest retest of that fault was passed, and nothing was seen of it since. Where a
   * restart has lost what it was of, nobody knows.
   */
  boolean verified(String faultId) {
    return open.map(visit -> visit.passed().contains(faultId)).orElse(false)
        && pair(faultId).isPresent();
  }

  private boolean isOf(String faultId, Pair pair) {
    return pair(faultId).equals(Optional.of(pair));
  }

  private Optional<Pair> pair(String faultId) {
    return Optional.ofNullable(retested.get(faultId)).or(() -> retestable(faultId));
  }

  /** What a fault is of that the visit is for; it may have ended in it. */
  private Optional<Pair> worked(String faultId) {
    return open.stream()
        .flatMap(visit -> visit.works().stream())
        .filter(work -> work.faultId().equals(faultId))
        .map(work -> new Pair(work.code(), work.component()))
        .findFirst();
  }

  private Optional<Pair> active(String faultId) {
    return conditions.withEpisode(faultId).flatMap(Condition::episode).map(Pair::of);
  }

  /** What a fault is of that is active, or that the visit is for and that has ended in it. */
  Optional<Pair> retestable(String faultId) {
    return active(faultId).or(() -> worked(faultId));
  }

  /** Ends the retest that is under way, where there is a result of it. */
  Optional<Retested> endRetest(Stamp now, long nowNanos) {
    Optional<RetestResult> result = retest.flatMap(under -> under.result(nowNanos));
    if (open.isEmpty() || result.isEmpty()) {
      return Optional.empty();
    }
    Retest ended = retest.orElseThrow();
    Visit visit = open.get().with(ended.faultId(), result.get());
    open = Optional.of(visit);
    retest = Optional.empty();
    return Optional.of(
        new Retested(
            visit.id(),
            ended.faultId(),
            ended.pair().code(),
            ended.pair().component(),
            result.get(),
            now,
            ended.by()));
  }
}
