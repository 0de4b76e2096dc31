package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.CatalogueEntry;
import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Level;
import io.panelwatch.agent.fault.Limit;
import io.panelwatch.agent.fault.Ne107;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.fault.Standing;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.fault.rule.Finding;
import io.panelwatch.agent.fault.rule.Past;
import io.panelwatch.agent.fault.rule.Rule;
import io.panelwatch.agent.fault.rule.Verdict;
import io.panelwatch.agent.health.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Makes transitions of what became of the conditions in one scan. Lives for that scan; conditions
 * are told in the catalogue's order, so that a cause is known when its symptom comes, and those of
 * a code that have an episode before those that have none.
 */
final class Episodes {

  /** What every episode is born with. */
  record Origin(Catalogue catalogue, Boot boot, Supplier<String> faultIds, DtcMemory memory) {}

  /**
   * What a scan says of a condition.
   *
   * @param finding empty where its rule found nothing
   * @param verdict of all levels together
   * @param past up to the scan
   */
  record Seen(
      Rule rule,
      String component,
      Criteria criteria,
      Optional<Finding> finding,
      Verdict verdict,
      Past past) {

    Pair pair() {
      return new Pair(rule.code(), component);
    }

    Level level(int index) {
      return criteria.levels().get(index);
    }

    Optional<Finding.OfLevel> found(int level) {
      return finding.map(all -> all.levels().get(level));
    }
  }

  private final Origin origin;
  private final Scan scan;
  private final Shelves shelves;
  private final Visits visits;
  private final Told told;
  private final List<Fault> active = new ArrayList<>();
  private final List<Fault> causes = new ArrayList<>();
  private final List<Checkpoint> checkpoints = new ArrayList<>();

  Episodes(Origin origin, Scan scan, Arranged arranged, Told told) {
    this.origin = origin;
    this.scan = scan;
    shelves = arranged.shelves();
    visits = arranged.visits();
    this.told = told;
  }

  List<Fault> active() {
    return active;
  }

  List<Checkpoint> checkpoints() {
    return checkpoints;
  }

  /** Begins, changes or ends the episode of a condition as its levels now say. */
  void follow(Seen seen, Condition condition) {
    Optional<Fault> before = condition.episode();
    long now = scan.monotonicNanos();
    boolean goes = before.map(fault -> !fault.standing().latched()).orElse(false);
    if (goes && condition.level().isEmpty()) {
      condition.changes(now);
    }
    if (before.isEmpty() && seen.rule.tellsOnce()) {
      condition.forgetWhatIsGone();
    }
    if (condition.level().isEmpty()) {
      before.ifPresent(this::end);
      condition.ends();
      return;
    }
    if (before.isEmpty() && (shelves.outOfService(seen.pair()) || isTold(seen, condition))) {
      return;
    }
    Optional<String> cause = cause(seen.rule.code(), before.flatMap(Fault::suppressedBy));
    Fault after = before.orElseGet(() -> begin(seen, condition, cause));
    if (before.isPresent() || condition.flaps()) {
      after = change(seen, condition, after, cause);
    }
    condition.checkpoint(seen.criteria, now).ifPresent(checkpoints::add);
    active.add(after);
    if (seen.rule.explains(after, seen.past)) {
      causes.add(after);
    }
  }

  /**
   * Whether another component has told the same, and no less severely. What is put aside tells
   * nobody.
   */
  private boolean isTold(Seen seen, Condition condition) {
    Severity severity = seen.level(condition.level().orElseThrow()).severity();
    return seen.rule.tellsOnce()
        && active.stream()
            .filter(fault -> fault.code().equals(seen.rule.code()))
            .filter(fault -> fault.standing().shelf().isEmpty())
            .anyMatch(fault -> fault.severity().compareTo(severity) <= 0);
  }

  /** An episode of a rule that is broken: it is active, and the cause of nothing. */
  void goesOn(Fault fault) {
    if (!active.contains(fault)) {
      active.add(fault);
    }
  }

  /** Ends an episode that nothing judges any more. */
  void end(Fault fault) {
    Standing free = fault.standing().withLatched(false).withFlapping(false);
    told.tell(FaultTransition.Kind.CLEARED, fault.with(free).cleared(scan.wall()));
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

  private Fault begin(Seen seen, Condition condition, Optional<String> cause) {
    FirstSight sight = condition.sight().orElseThrow();
    int level = condition.level().orElseThrow();
    CatalogueEntry entry = origin.catalogue.entry(seen.rule.code());
    Optional<Visit> visit = entry.alwaysTold() ? Optional.empty() : visits.ofNew(seen.component);
    Level at = seen.level(level);
    String faultId = origin.faultIds.get();
    var fault =
        new Fault(
            faultId,
            1,
            seen.rule.code(),
            seen.component,
            entry.failureMode(),
            at.severity(),
            entry.kind(),
            visit.isPresent() ? Ne107.FUNCTION_CHECK : entry.ne107(),
            at.publicImpact(),
            entry.symptom(),
            entry.advice(),
            entry.part(),
            true,
            cause.or(() -> visit.map(in -> visits.cause(in, seen.component))),
            Standing.NEW.withShelf(shelves.of(seen.pair())).withVisit(visit.map(Visit::id)),
            sight.wall(),
            scan.wall(),
            Optional.empty(),
            sight.wallTrusted(),
            origin.boot.id(),
            origin.boot.uptimeSeconds(sight.monotonicNanos()),
            origin.memory.begins(seen.pair(), faultId),
            seen.criteria.limit(level, sight.value()),
            sight.freezeFrame(),
            sight.source(),
            false);
    told.tell(FaultTransition.Kind.RAISED, fault);
    // First of all: what was told is known, whatever becomes of the rest.
    condition.become(fault, level);
    condition.repetition().told(false, scan.monotonicNanos());
    condition.changes(scan.monotonicNanos());
    return fault;
  }

  private Fault change(Seen seen, Condition condition, Fault fault, Optional<String> known) {
    Optional<Visit> visit =
        origin.catalogue.entry(fault.code()).alwaysTold() ? Optional.empty() : visits.of(fault);
    Optional<Visit> bornIn = visit.filter(in -> !in.faultIds().contains(fault.faultId()));
    Optional<String> cause = known.or(() -> bornIn.map(in -> visits.cause(in, seen.component)));
    int level = condition.level().orElseThrow();
    Level at = seen.level(level);
    boolean sameLevel = isAt(fault, at, seen.level(condition.toldLevel().orElse(level)));
    boolean recurred = seen.found(level).map(Finding.OfLevel::recurred).orElse(false);
    OptionalDouble value =
        seen.found(level).map(Finding.OfLevel::value).orElse(OptionalDouble.empty());
    boolean again =
        recurred
            && condition
                .repetition()
                .due(fault, value, seen.criteria, level, scan.monotonicNanos());
    boolean worse = !sameLevel && level > condition.toldLevel().orElse(level);
    boolean hushed = recurred && !again && sameLevel;
    Standing standing =
        standing(standing(seen, fault), condition, worse, hushed)
            .withShelf(shelves.of(seen.pair()))
            .withVisit(visit.map(Visit::id));
    if (sameLevel
        && !again
        && cause.equals(fault.suppressedBy())
        && standing.equals(fault.standing())) {
      return fault;
    }
    boolean counted = again || !sameLevel;
    if (counted) {
      condition.repetition().told(again, scan.monotonicNanos());
    }
    Limit limit = counted ? seen.criteria.limit(level, value) : fault.limit();
    Ne107 signal =
        bornIn.isPresent() ? Ne107.FUNCTION_CHECK : origin.catalogue.entry(fault.code()).ne107();
    Fault updated = fault.updated(scan.wall(), at, limit, cause, standing).with(signal);
    Fault asTold = told.tell(FaultTransition.Kind.UPDATED, updated);
    condition.become(asTold, level);
    return asTold;
  }

  /** A repair that was signed off as verified has not held once anything is seen again. */
  private static Standing standing(Seen seen, Fault fault) {
    Standing before = fault.standing();
    return seen.verdict == Verdict.RAISE && before.verified() ? before.relapsed() : before;
  }

  private static boolean isAt(Fault fault, Level level, Level told) {
    return level.severity() == fault.severity()
        && level.publicImpact() == fault.publicImpact()
        && level.side() == told.side();
  }

  /**
   * @param worse what is worse than anybody has seen was seen by nobody
   * @param hushed it happened once more, and that is not to be told yet: nor is that it waits no
   *     longer to be acknowledged, because it does so again with the next scan; neither is that of
   *     one that comes and goes too often
   */
  private Standing standing(Standing before, Condition condition, boolean worse, boolean hushed) {
    boolean stays = before.latched() && condition.flaps();
    boolean latched = hushed ? before.latched() : condition.latched() || stays;
    if (latched != before.latched() && !condition.flaps()) {
      condition.changes(scan.monotonicNanos());
    }
    Standing seen = worse ? before.withAcknowledged(Optional.empty()) : before;
    return seen.withLatched(latched).withFlapping(condition.flaps());
  }
}
