package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.Standing;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Does what people do with faults: the arrows of the drawing that no scan goes along. */
final class Actions {

  private final Boot boot;
  private final DtcMemory memory;
  private final Conditions conditions;
  private final Arranged arranged;
  private final Drills drills;
  private final Service service;

  Actions(
      Boot boot,
      DtcMemory memory,
      Conditions conditions,
      Arranged arranged,
      Drills drills,
      Service service) {
    this.boot = boot;
    this.memory = memory;
    this.conditions = conditions;
    this.arranged = arranged;
    this.drills = drills;
    this.service = service;
  }

  Outcome act(Action action, Moment now) {
    if (isOfADrill(action)) {
      return new Outcome.Refused(Outcome.Why.IS_A_DRILL);
    }
    var told = new Told(boot.stamp(now), memory);
    return switch (action) {
      case Action.Acknowledge(String faultId, Actor by) ->
          drills
              .acknowledge(faultId, by, told)
              .orElseGet(() -> ofActive(faultId, condition -> acknowledge(condition, by, told)));
      case Action.Shelve(String faultId, Duration time, Actor by) ->
          ofActive(faultId, condition -> shelve(condition, time, by, told));
      case Action.TakeOut(String faultId, Actor by) ->
          ofActive(faultId, condition -> takeOut(condition, by, told));
      case Action.Unshelve(String code, String component, Actor by) ->
          putBack(new Pair(code, component), false, by, told);
      case Action.PutBack(String code, String component, Actor by) ->
          putBack(new Pair(code, component), true, by, told);
      case Action.OpenVisit visit -> service.open(visit, told);
      case Action.CloseVisit _ -> service.close(told);
      case Action.Retest retest -> service.retest(retest, now, told);
      case Action.Resolve resolve -> service.resolve(resolve, told);
      case Action.BeginDrill drill -> drills.begin(drill, told);
      case Action.EndDrill(Actor by) -> drills.end(by, told);
      case Action.Inspect _ ->
          throw new IllegalArgumentException("no fault is concerned by " + action);
    };
  }

  /** Somebody takes note of a drill as of a fault, and that is all that is done with one. */
  private boolean isOfADrill(Action action) {
    return switch (action) {
      case Action.Shelve shelve -> drills.has(shelve.faultId());
      case Action.TakeOut out -> drills.has(out.faultId());
      case Action.Retest retest -> drills.has(retest.faultId());
      case Action.Resolve resolve -> drills.has(resolve.faultId());
      case Action.OpenVisit visit -> visit.faultIds().stream().anyMatch(drills::has);
      default -> false;
    };
  }

  private Outcome ofActive(String faultId, Function<Condition, Outcome> deed) {
    return conditions
        .withEpisode(faultId)
        .map(deed)
        .orElse(new Outcome.Refused(Outcome.Why.NO_SUCH_FAULT));
  }

  private static Outcome acknowledge(Condition condition, Actor by, Told told) {
    Fault fault = condition.episode().orElseThrow();
    if (fault.standing().acknowledged().isPresent()) {
      return new Outcome.Already();
    }
    condition.unlatch();
    told.tell(FaultTransition.Kind.ACKNOWLEDGED, condition, told.seen(fault, by), by);
    if (condition.level().isEmpty()) {
      told.cleared(condition, by);
    }
    return new Outcome.Done(told.transitions(), Optional.empty());
  }

  private Outcome shelve(Condition condition, Duration time, Actor by, Told told) {
    if (time.compareTo(Action.SHORTEST_SHELF) < 0 || time.compareTo(Action.LONGEST_SHELF) > 0) {
      return new Outcome.Refused(Outcome.Why.TIME_OUT_OF_RANGE);
    }
    return putAside(condition, Optional.of(time), by, told);
  }

  private Outcome takeOut(Condition condition, Actor by, Told told) {
    return putAside(condition, Optional.empty(), by, told);
  }

  /** What is out of service asks for nothing as it is. */
  private Outcome putAside(Condition condition, Optional<Duration> time, Actor by, Told told) {
    Fault fault = condition.episode().orElseThrow();
    if (arranged.shelves().outOfService(Pair.of(fault))) {
      return new Outcome.Already();
    }
    var shelf = new Shelf(fault.code(), fault.component(), told.at(), time, by);
    arranged.shelves().put(shelf);
    Standing aside = fault.standing().withShelf(Optional.of(shelf));
    told.tell(FaultTransition.Kind.SHELVED, condition, aside, by);
    return done(told);
  }

  private Outcome putBack(Pair pair, boolean outOfService, Actor by, Told told) {
    Optional<Shelf> shelf = arranged.shelves().of(pair);
    if (shelf.isEmpty() || shelf.get().isOutOfService() != outOfService) {
      return new Outcome.Already();
    }
    arranged.shelves().remove(pair);
    Optional<Condition> condition = conditions.of(pair);
    condition
        .flatMap(Condition::episode)
        .map(fault -> fault.standing().withShelf(Optional.empty()))
        .ifPresent(
            back -> told.tell(FaultTransition.Kind.UPDATED, condition.orElseThrow(), back, by));
    return done(told);
  }

  private Outcome done(Told told) {
    return new Outcome.Done(told.transitions(), Optional.of(arranged.now()));
  }
}
