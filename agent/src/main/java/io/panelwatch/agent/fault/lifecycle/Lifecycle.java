package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.PendingFault;
import io.panelwatch.agent.fault.Retested;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.fault.VisitExpired;
import io.panelwatch.agent.fault.rule.Rule;
import io.panelwatch.agent.fault.rule.Rules;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Scan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Judges scan after scan and remembers what time has to decide: the state machine of this package's
 * front page, for all codes and components.
 *
 * <p>It asks no clock and touches nothing: time is that of the scans, which come in the order of
 * their monotonic stamps. Not thread-safe: one thread judges.
 */
public final class Lifecycle {

  private final Limits limits;
  private final Boot boot;
  private final Episodes.Origin origin;
  private final Conditions conditions;
  private final DtcMemory memory;
  private final Judging judging;
  private final Arranged arranged;
  private final Drills drills;
  private final Actions actions;
  private final List<Fault> unwatched = new ArrayList<>();

  /** Kept until a judgement or a deed has taken them along: their conditions tell them once. */
  private final List<FaultTransition> untold = new ArrayList<>();

  /**
   * A lifecycle in which nothing was seen yet.
   *
   * @param limits of this board; the catalogue comes with them
   * @param boot the run of the machine that the scans belong to
   * @param faultIds a new name for each episode: {@link FaultIds}
   * @param occurrences knows the episodes of what the recollection has no memory of
   * @param stored the episode of a faultId as it is stored, ended ones included, with what is
   *     remembered of its like; asked by {@link #act}, for a sign-off
   */
  public Lifecycle(
      Limits limits,
      Boot boot,
      Supplier<String> faultIds,
      Occurrences occurrences,
      Function<String, Optional<Fault>> stored) {
    this(Rules.all(), limits, boot, faultIds, occurrences, stored);
  }

  /** The same where nothing is stored: what has ended cannot be signed off. */
  public Lifecycle(Limits limits, Boot boot, Supplier<String> faultIds, Occurrences occurrences) {
    this(Rules.all(), limits, boot, faultIds, occurrences, _ -> Optional.empty());
  }

  /** The same by those rules, which are of codes that the catalogue has. */
  Lifecycle(
      List<Rule> rules,
      Limits limits,
      Boot boot,
      Supplier<String> faultIds,
      Occurrences occurrences,
      Function<String, Optional<Fault>> stored) {
    this.limits = limits;
    this.boot = boot;
    memory = new DtcMemory(occurrences);
    origin = new Episodes.Origin(limits.catalogue(), boot, faultIds, memory);
    conditions = new Conditions(rules);
    arranged = new Arranged(new Shelves(), new Visits(conditions), new Retirements());
    judging = new Judging(rules, limits, conditions, memory, arranged);
    drills = new Drills(limits, faultIds);
    Function<String, Optional<Fault>> over = id -> stored.apply(id).map(memory::tell);
    var service = new Service(limits, conditions, arranged, over);
    actions = new Actions(boot, memory, conditions, arranged, drills, service);
  }

  /**
   * Goes on with the faults that were active before a restart; called before the first scan, or
   * between two of them where they could not be read earlier. One that is still true stays the same
   * episode; one that is gone is cleared after its off-delay; one of a code that is no longer
   * watched is cleared with the next scan, and so is a drill, and one that began anew meanwhile, in
   * favour of the later episode. An off-delay that was running goes on if the first scan that sees
   * anything sees it gone: only scans count, not the time between. What people have arranged
   * meanwhile holds.
   */
  public void resume(Recollection kept) {
    memory.resume(kept.memory());
    arranged.resume(kept.arrangements());
    Map<Pair, Fault> latest = new HashMap<>();
    kept.episodes().stream()
        .map(Resumed::fault)
        .filter(fault -> !fault.test())
        .forEach(fault -> latest.put(Pair.of(fault), fault));
    for (Resumed episode : kept.episodes()) {
      Fault fault = episode.fault();
      Pair pair = Pair.of(fault);
      boolean begunAnew =
          !fault.equals(latest.get(pair))
              || conditions.of(pair).flatMap(Condition::episode).isPresent();
      if (conditions.watches(fault.code()) && !fault.test() && !begunAnew) {
        judging.recall(fault);
        memory.resume(fault);
        Criteria criteria = limits.of(fault.code(), fault.component());
        conditions.of(fault.code()).put(fault.component(), Condition.resumed(episode, criteria));
      } else {
        unwatched.add(fault);
      }
    }
  }

  /**
   * Goes on with a counter where an earlier run of the agent has seen it; called before the first
   * scan. What it has grown by since then happened while nobody looked.
   */
  public void resume(Quantity counter, String component, double value) {
    judging.recall(counter, component, value);
  }

  /**
   * Does what somebody wants to be done with a fault. The next judgement goes on from there.
   *
   * @param now not before the latest scan
   */
  public Outcome act(Action action, Moment now) {
    memory.turn(boot.stamp(now));
    Outcome outcome = actions.act(action, now);
    return outcome instanceof Outcome.Done done && !done.transitions().isEmpty()
        ? new Outcome.Done(afterWhatIsUntold(done.transitions()), done.arrangements())
        : outcome;
  }

  /** A fault whose beginning is not told yet may be the one that something was done with. */
  private List<FaultTransition> afterWhatIsUntold(List<FaultTransition> deeds) {
    var all = new ArrayList<FaultTransition>(untold);
    all.addAll(deeds);
    untold.clear();
    return all;
  }

  /** The active fault of that id, as it stands; drills are none. */
  public Optional<Fault> active(String faultId) {
    return conditions.withEpisode(faultId).flatMap(Condition::episode);
  }

  /** The service visit that is open. */
  public Optional<Visit> visit() {
    return arranged.visits().open();
  }

  /** That moment in the run of the machine. */
  public Stamp stamp(Moment moment) {
    return boot.stamp(moment);
  }

  /** Judges the next scan. */
  public Judgement judge(Scan scan) {
    Stamp now = boot.stamp(Moment.of(scan));
    memory.turn(now);
    Arrangements before = arranged.now();
    arranged.expire(now);
    Optional<VisitExpired> expired =
        arranged.visits().open().isPresent()
            ? Optional.empty()
            : before.visit().map(visit -> new VisitExpired(visit, now));
    var told = new Told(now, memory, untold);
    drills.expire(told);
    var episodes = new Episodes(origin, scan, arranged, told);
    unwatched.forEach(episodes::end);
    unwatched.clear();
    List<PendingFault> pending = judging.judge(scan, episodes);
    Optional<Retested> retested = arranged.visits().endRetest(now, scan.monotonicNanos());
    List<Fault> active = new ArrayList<>(episodes.active());
    active.addAll(drills.active());
    var judgement =
        new Judgement(
            untold,
            active,
            pending,
            episodes.checkpoints(),
            memory.changed(),
            arranged.since(before),
            arranged.visits().open(),
            retested,
            expired);
    untold.clear();
    return judgement;
  }
}
