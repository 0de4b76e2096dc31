package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.CatalogueEntry;
import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Level;
import io.panelwatch.agent.fault.Limit;
import io.panelwatch.agent.fault.Standing;
import io.panelwatch.agent.fault.rule.Finding;
import io.panelwatch.agent.fault.rule.Past;
import io.panelwatch.agent.fault.rule.Rule;
import io.panelwatch.agent.health.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Makes transitions of what became of the conditions in one scan. Lives for that scan; conditions
 * are told in the catalogue's order, so that a cause is known when its symptom comes.
 */
final class Episodes {

  /** What every episode is born with. */
  record Origin(
      Catalogue catalogue, Boot boot, Supplier<String> faultIds, Occurrences occurrences) {}

  private final Origin origin;
  private final Scan scan;
  private final List<FaultTransition> transitions;
  private final List<Fault> active = new ArrayList<>();
  private final List<Fault> causes = new ArrayList<>();
  private final Past past;

  /**
   * @param transitions takes what is told; whoever has it keeps it when judging comes to no end
   */
  Episodes(Origin origin, Scan scan, Past past, List<FaultTransition> transitions) {
    this.origin = origin;
    this.transitions = transitions;
    this.scan = scan;
    this.past = past;
  }

  List<Fault> active() {
    return active;
  }

  /**
   * Begins, changes or ends the episode of a condition as its levels now say.
   *
   * @param finding what this scan found of it
   */
  void follow(
      Rule rule,
      String component,
      Condition condition,
      Criteria criteria,
      Optional<Finding> finding) {
    Optional<Fault> before = condition.episode();
    if (condition.level().isEmpty()) {
      before.ifPresent(this::end);
      condition.become(Optional.empty(), scan.monotonicNanos());
      return;
    }
    int level = condition.level().getAsInt();
    Optional<String> cause = cause(rule.code(), before.flatMap(Fault::suppressedBy));
    Fault after =
        before.isEmpty()
            ? begin(rule.code(), component, condition.sight().orElseThrow(), criteria, level, cause)
            : change(condition, before.get(), criteria, finding, cause);
    // First of all: what was told is known, whatever becomes of the rest.
    condition.become(Optional.of(after), scan.monotonicNanos());
    active.add(after);
    if (rule.explains(after, past)) {
      causes.add(after);
    }
  }

  /** An episode of a rule that is broken: it is active, and the cause of nothing. */
  void goesOn(Fault fault) {
    if (!active.contains(fault)) {
      active.add(fault);
    }
  }

  /** Ends an episode that nothing judges any more. */
  void end(Fault fault) {
    tell(FaultTransition.Kind.CLEARED, fault.cleared(scan.wall()));
  }

  /** The active fault that this code is a symptom of; the one it was a symptom of goes first. */
  private Optional<String> cause(String code, Optional<String> known) {
    List<String> possible =
        causes.stream()
            .filter(fault -> origin.catalogue.entry(fault.code()).suppresses().contains(code))
            .map(Fault::faultId)
            .toList();
    return known.filter(possible::contains).or(() -> possible.stream().findFirst());
  }

  private Fault begin(
      String code,
      String component,
      FirstSight sight,
      Criteria criteria,
      int level,
      Optional<String> cause) {
    CatalogueEntry entry = origin.catalogue.entry(code);
    Level at = criteria.levels().get(level);
    return tell(
        FaultTransition.Kind.RAISED,
        new Fault(
            origin.faultIds.get(),
            1,
            code,
            component,
            entry.failureMode(),
            at.severity(),
            entry.kind(),
            entry.ne107(),
            at.publicImpact(),
            entry.symptom(),
            entry.advice(),
            entry.part(),
            true,
            cause,
            Standing.NEW,
            sight.wall(),
            scan.wall(),
            Optional.empty(),
            sight.wallTrusted(),
            origin.boot.id(),
            origin.boot.uptimeSeconds(sight.monotonicNanos()),
            origin.occurrences.next(code, component),
            criteria.limit(level, sight.value()),
            sight.freezeFrame(),
            sight.source(),
            false));
  }

  private Fault change(
      Condition condition,
      Fault fault,
      Criteria criteria,
      Optional<Finding> finding,
      Optional<String> cause) {
    int level = condition.level().orElseThrow();
    Level at = criteria.levels().get(level);
    Level told = criteria.levels().get(condition.toldLevel().orElse(level));
    boolean sameLevel =
        at.severity() == fault.severity()
            && at.publicImpact() == fault.publicImpact()
            && at.side() == told.side();
    Optional<Finding.OfLevel> found = finding.map(Finding::levels).map(all -> all.get(level));
    OptionalDouble value = found.map(Finding.OfLevel::value).orElse(OptionalDouble.empty());
    boolean again =
        found.map(Finding.OfLevel::recurred).orElse(false)
            && condition.tellsAgain(value, criteria, scan.monotonicNanos());
    if (sameLevel && !again && cause.equals(fault.suppressedBy())) {
      return fault;
    }
    if (again) {
      condition.wasToldAgain();
    }
    Limit limit = sameLevel && !again ? fault.limit() : criteria.limit(level, value);
    return tell(FaultTransition.Kind.UPDATED, fault.updated(scan.wall(), at, limit, cause));
  }

  private Fault tell(FaultTransition.Kind kind, Fault fault) {
    transitions.add(new FaultTransition(kind, fault, origin.boot.stamp(scan), Actor.AGENT));
    return fault;
  }
}
