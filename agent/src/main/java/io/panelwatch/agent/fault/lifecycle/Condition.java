package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Level;
import io.panelwatch.agent.fault.rule.Verdict;
import io.panelwatch.hal.SensorFamily;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One code on one component, as long as there is something to tell of it: the phases of its levels,
 * what was known at first sight, and its episode once there is one.
 */
final class Condition {

  private List<Phase> phases;
  private final SortedMap<Integer, FirstSight> sights = new TreeMap<>();
  private Optional<Fault> episode = Optional.empty();
  private Optional<SensorFamily> family = Optional.empty();
  private OptionalInt toldLevel = OptionalInt.empty();
  private Repetition repetition = new Repetition();
  private Progress clean = new Progress(Duration.ZERO);
  private Progress quiet = new Progress(Duration.ZERO);
  private Flapping flapping = new Flapping();

  private Condition(List<Phase> phases) {
    this.phases = phases;
  }

  /** A condition of which nothing was seen yet. */
  static Condition unseen(Criteria criteria) {
    return new Condition(Collections.nCopies(criteria.levels().size(), new Phase.Quiet()));
  }

  /** A condition whose episode goes on after a restart, at the level that it tells. */
  static Condition resumed(Resumed kept, Criteria criteria) {
    Fault fault = kept.fault();
    List<Level> levels = criteria.levels();
    int level = level(fault, levels);
    Phase before = phase(kept);
    List<Phase> phases = new ArrayList<>();
    for (int i = 0; i < levels.size(); i++) {
      boolean held = i <= level && levels.get(i).side() == levels.get(level).side();
      phases.add(held ? before : new Phase.Quiet());
    }
    var condition = new Condition(phases);
    condition.clean = new Progress(kept.clean());
    condition.quiet = new Progress(kept.quiet());
    if (fault.standing().flapping()) {
      condition.flapping = Flapping.resumed(kept.quiet());
    }
    condition.episode = Optional.of(fault);
    condition.toldLevel = OptionalInt.of(level);
    condition.family =
        fault.freezeFrame().raw().stream().map(read -> read.quantity().family()).findFirst();
    return condition;
  }

  private static Phase phase(Resumed kept) {
    if (kept.fault().standing().latched()) {
      return new Phase.Latched();
    }
    return kept.clean().isZero() ? new Phase.Confirmed() : new Phase.Interrupted(kept.clean());
  }

  /**
   * The level that a fault was at. The configuration may give two levels one severity, so that it
   * is asked last, and a chip may give the limits, so that the side is asked first; in doubt it is
   * the mildest.
   */
  private static int level(Fault fault, List<Level> levels) {
    Optional<Level.Side> side = fault.limit().side();
    List<Level> alike = narrowed(levels, l -> side.isEmpty() || side.get() == l.side());
    alike = narrowed(alike, l -> l.raise().equals(fault.limit().raise()));
    alike = narrowed(alike, l -> l.publicImpact() == fault.publicImpact());
    alike = narrowed(alike, l -> l.severity() == fault.severity());
    return levels.indexOf(alike.getFirst());
  }

  /** Those that are like that, or all where none is. */
  private static List<Level> narrowed(List<Level> levels, Predicate<Level> like) {
    List<Level> alike = levels.stream().filter(like).toList();
    return alike.isEmpty() ? levels : alike;
  }

  /** What was read to find it: that it is not found any more is a read of the same. */
  void judgedBy(SensorFamily found) {
    family = Optional.of(found);
  }

  /**
   * What is read to judge it; empty for an episode from before a restart that was not found since,
   * and that had no readings.
   */
  Optional<SensorFamily> family() {
    return family;
  }

  /** Takes one scan's verdicts in; asks for the first sight when something is seen anew. */
  void observe(
      List<Verdict> verdicts, Phase.Look look, Criteria criteria, Supplier<FirstSight> firstSight) {
    List<Phase> next = new ArrayList<>();
    Optional<FirstSight> now = Optional.empty();
    for (int i = 0; i < phases.size(); i++) {
      Phase before = phases.get(i);
      Phase after = latched(before, before.after(verdicts.get(i), look, criteria), criteria);
      if (after instanceof Phase.Quiet) {
        sights.remove(i);
      } else if (before instanceof Phase.Quiet || after.begunAnewSince(before)) {
        now = now.or(() -> Optional.of(firstSight.get()));
        sights.put(i, now.get());
      }
      next.add(after);
    }
    phases = List.copyOf(next);
    flapping.look(Verdict.ofAll(verdicts), look.nanos());
  }

  /** Until somebody has seen a latched fault, its end is not one; what is not watched ends. */
  private Phase latched(Phase before, Phase after, Criteria criteria) {
    boolean unseen = episode.map(fault -> fault.standing().acknowledged().isEmpty()).orElse(false);
    boolean latching = criteria.release().latched() && criteria.enabled() && unseen;
    if (after instanceof Phase.Latched && !latching) {
      return new Phase.Quiet();
    }
    boolean ended = before.active() && after instanceof Phase.Quiet;
    return ended && latching ? new Phase.Latched() : after;
  }

  /** Whether all that there is of it waits for somebody to see it. */
  boolean latched() {
    return worst().isPresent()
        && phases.stream().filter(Phase::active).allMatch(Phase.Latched.class::isInstance);
  }

  /** Somebody has seen it: what waited for that is over. */
  void unlatch() {
    forget(Phase.Latched.class);
  }

  /** Nobody was told of it: what is gone has no end that were to be waited for. */
  void forgetWhatIsGone() {
    forget(Phase.Clearing.class);
  }

  private void forget(Class<? extends Phase> over) {
    phases =
        phases.stream().map(phase -> over.isInstance(phase) ? new Phase.Quiet() : phase).toList();
  }

  /** It comes or goes, which may be once too often: it is held then. */
  void changes(long nanos) {
    flapping.changes(nanos);
  }

  /** Whether it is held because it came and went too often. */
  boolean flaps() {
    return flapping.held();
  }

  /**
   * The worst confirmed level; empty where this is no fault. While it is held it is the worst that
   * was told.
   */
  OptionalInt level() {
    OptionalInt worst = worst();
    boolean told = flaps() && toldLevel.orElse(-1) > worst.orElse(-1);
    return told ? toldLevel : worst;
  }

  private OptionalInt worst() {
    for (int i = phases.size() - 1; i >= 0; i--) {
      if (phases.get(i).active()) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** A level that is not confirmed yet, and since when it is seen. */
  record NextLevel(int level, long sinceNanos) {}

  /**
   * The pending level that is confirmed next, the worst of several; empty where none is pending or
   * this is a fault already. One that comes and goes counts as seen from now on.
   */
  Optional<NextLevel> pending(long nowNanos) {
    Optional<NextLevel> next = Optional.empty();
    for (int i = 0; i < phases.size() && episode.isEmpty(); i++) {
      OptionalLong since =
          switch (phases.get(i)) {
            case Phase.Pending pending -> OptionalLong.of(pending.sinceNanos());
            case Phase.Recurring _ -> OptionalLong.of(nowNanos);
            case Phase.Quiet _,
                Phase.Confirmed _,
                Phase.Clearing _,
                Phase.Interrupted _,
                Phase.Latched _ ->
                OptionalLong.empty();
          };
      if (since.isPresent()
          && next.map(earlier -> since.getAsLong() <= earlier.sinceNanos).orElse(true)) {
        next = Optional.of(new NextLevel(i, since.getAsLong()));
      }
    }
    return next;
  }

  /** Whether there is nothing to tell any more. */
  boolean over(long nanos) {
    return phases.stream().allMatch(Phase.Quiet.class::isInstance)
        && episode.isEmpty()
        && flapping.idle(nanos);
  }

  /**
   * What was known when this episode, or what may become one, was first seen in this run: the
   * earliest of its levels that still hold, because levels need not hold one within the other.
   */
  Optional<FirstSight> sight() {
    return sights.values().stream().min(Comparator.comparingLong(FirstSight::monotonicNanos));
  }

  Optional<Fault> episode() {
    return episode;
  }

  /** How often it was told that what is counted happened once more. */
  Repetition repetition() {
    return repetition;
  }

  /** The level at which the episode was told last; empty where there is none. */
  OptionalInt toldLevel() {
    return toldLevel;
  }

  /** The episode is now that one, as it was told at that level. */
  void become(Fault fault, int level) {
    toldLevel = OptionalInt.of(level);
    episode = Optional.of(fault);
  }

  /** The episode is that one after something was done with it; its levels are told as before. */
  void stands(Fault fault) {
    episode = Optional.of(fault);
  }

  /** How far the episode has come to its end, where that is to be stored now. */
  Optional<Checkpoint> checkpoint(Criteria criteria, long nanos) {
    if (episode.isEmpty()) {
      return Optional.empty();
    }
    Duration cleanNow = clean(nanos);
    boolean due = clean.store(cleanNow, criteria.offDelay());
    due |= quiet.store(flapping.quiet(), Flapping.QUIET);
    return due
        ? Optional.of(new Checkpoint(episode.get().faultId(), cleanNow, flapping.quiet()))
        : Optional.empty();
  }

  /** For how long no level is seen; one that waits to be acknowledged needs no more of it. */
  private Duration clean(long nanos) {
    return phases.stream()
        .filter(phase -> phase.active() && !(phase instanceof Phase.Latched))
        .map(phase -> phase.clean(nanos))
        .min(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** There is no episode, or none any more. */
  void ends() {
    toldLevel = OptionalInt.empty();
    repetition = new Repetition();
    clean = new Progress(Duration.ZERO);
    quiet = new Progress(Duration.ZERO);
    episode = Optional.empty();
  }
}
