package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a technician does at the board: visits and retests. */
final class Service {

  private final Limits limits;
  private final Conditions conditions;
  private final Arranged arranged;

  Service(Limits limits, Conditions conditions, Arranged arranged) {
    this.limits = limits;
    this.conditions = conditions;
    this.arranged = arranged;
  }

  Outcome open(Action.OpenVisit action, Told told) {
    if (arranged.visits().open().isPresent()) {
      return new Outcome.Refused(Outcome.Why.VISIT_OPEN);
    }
    boolean all = action.faultIds().isEmpty();
    List<Visit.Work> works =
        conditions.episodes().stream()
            .filter(fault -> all || action.faultIds().contains(fault.faultId()))
            .map(Visit.Work::on)
            .toList();
    if (!all && works.size() < action.faultIds().size()) {
      return new Outcome.Refused(Outcome.Why.NO_SUCH_FAULT);
    }
    arranged
        .visits()
        .begin(new Visit(action.visit(), told.at(), all, works, Map.of(), action.by()));
    return done(told);
  }

  Outcome close(Told told) {
    if (arranged.visits().open().isEmpty()) {
      return new Outcome.Refused(Outcome.Why.NO_VISIT);
    }
    arranged.visits().close();
    return done(told);
  }

  /** Begins to look whether what a fault was of is well; the scans tell what that comes to. */
  Outcome retest(Action.Retest action, Moment now, Told told) {
    Optional<Visit> visit = arranged.visits().open();
    if (visit.isEmpty()) {
      return new Outcome.Refused(Outcome.Why.NO_VISIT);
    }
    Optional<Retest> running = arranged.visits().retest();
    if (running.isPresent()) {
      return running.get().faultId().equals(action.faultId())
          ? new Outcome.Already()
          : new Outcome.Refused(Outcome.Why.RETEST_UNDER_WAY);
    }
    Optional<Pair> pair = pair(visit.get(), action.faultId());
    if (pair.isEmpty()) {
      return new Outcome.Refused(Outcome.Why.NO_SUCH_FAULT);
    }
    Duration offDelay = limits.of(pair.get().code(), pair.get().component()).offDelay();
    arranged
        .visits()
        .begin(
            new Retest(action.faultId(), pair.get(), offDelay, action.by(), now.monotonicNanos()));
    return done(told);
  }

  /** Of an active fault, or of one that the visit is for and that has ended in it. */
  private Optional<Pair> pair(Visit visit, String faultId) {
    Optional<Pair> active =
        conditions.withEpisode(faultId).flatMap(Condition::episode).map(Pair::of);
    return active.or(
        () ->
            visit.works().stream()
                .filter(work -> work.faultId().equals(faultId))
                .map(work -> new Pair(work.code(), work.component()))
                .findFirst());
  }

  private Outcome done(Told told) {
    return new Outcome.Done(told.transitions(), Optional.of(arranged.now()));
  }
}
