package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Resolution;
import io.panelwatch.agent.fault.Retired;
import io.panelwatch.agent.fault.Standing;
import io.panelwatch.agent.fault.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a technician does at the board: visits, retests and sign-offs. */
final class Service {

  private final Limits limits;
  private final Conditions conditions;
  private final Arranged arranged;
  private final Function<String, Optional<Fault>> stored;

  /**
   * @param stored the episode of that id as it is stored, ended ones included
   */
  Service(
      Limits limits,
      Conditions conditions,
      Arranged arranged,
      Function<String, Optional<Fault>> stored) {
    this.limits = limits;
    this.conditions = conditions;
    this.arranged = arranged;
    this.stored = stored;
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
    if (arranged.visits().open().isEmpty()) {
      return new Outcome.Refused(Outcome.Why.NO_VISIT);
    }
    Optional<Retest> running = arranged.visits().retest();
    if (running.isPresent()) {
      return running.get().faultId().equals(action.faultId())
          ? new Outcome.Already()
          : new Outcome.Refused(Outcome.Why.RETEST_UNDER_WAY);
    }
    Optional<Pair> pair = arranged.visits().retestable(action.faultId());
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

  Outcome resolve(Action.Resolve action, Told told) {
    return conditions
        .withEpisode(action.faultId())
        .map(condition -> resolve(condition, action, told))
        .orElseGet(() -> resolveEnded(action, told));
  }

  private Outcome resolve(Condition condition, Action.Resolve action, Told told) {
    Fault fault = condition.episode().orElseThrow();
    Resolution how = resolution(action, fault, told);
    if (isSignedOff(fault, how)) {
      return new Outcome.Already();
    }
    condition.unlatch();
    Standing resolved = told.seen(fault, how.by()).withResolution(how);
    told.tell(FaultTransition.Kind.RESOLVED, condition, resolved, how.by());
    if (how.removed()) {
      retire(fault, how, told);
      return done(told);
    }
    if (condition.level().isEmpty()) {
      told.cleared(condition, how.by());
    }
    return new Outcome.Done(told.transitions(), Optional.empty());
  }

  /** All that was a fault of the component is over with it. */
  private void retire(Fault fault, Resolution how, Told told) {
    arranged.retirements().put(new Retired(fault.type(), fault.component(), told.at(), how.by()));
    for (Condition of : conditions.remove(fault.type(), fault.component())) {
      if (of.episode().isPresent()) {
        told.cleared(of, how.by());
      }
    }
  }

  private Outcome resolveEnded(Action.Resolve action, Told told) {
    Optional<Fault> found = stored.apply(action.faultId());
    if (found.filter(Fault::test).isPresent()) {
      return new Outcome.Refused(Outcome.Why.IS_A_DRILL);
    }
    Optional<Fault> ended = found.filter(fault -> fault.cleared().isPresent());
    if (ended.isEmpty()) {
      return new Outcome.Refused(Outcome.Why.NO_SUCH_FAULT);
    }
    Fault fault = ended.get();
    Resolution how = resolution(action, fault, told);
    if (isSignedOff(fault, how)) {
      return new Outcome.Already();
    }
    Standing resolved = told.seen(fault, how.by()).withResolution(how);
    told.tell(FaultTransition.Kind.RESOLVED, fault.updated(told.at().wall(), resolved), how.by());
    if (how.removed()) {
      retire(fault, how, told);
      return done(told);
    }
    return new Outcome.Done(told.transitions(), Optional.empty());
  }

  /** Just so, and nothing was seen of it since that somebody is to know. */
  private static boolean isSignedOff(Fault fault, Resolution how) {
    return fault.standing().acknowledged().isPresent()
        && fault.standing().resolution().filter(how::saysTheSameAs).isPresent();
  }

  /** What was verified stays so whatever is said of it later: it is what is seen that ends that. */
  private Resolution resolution(Action.Resolve action, Fault fault, Told told) {
    boolean verified = fault.standing().verified() || arranged.visits().verified(action.faultId());
    return new Resolution(
        action.by(),
        Optional.of(told.at()),
        action.action(),
        action.part(),
        verified,
        action.removed());
  }

  private Outcome done(Told told) {
    return new Outcome.Done(told.transitions(), Optional.of(arranged.now()));
  }
}
