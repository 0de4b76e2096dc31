package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Acknowledged;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.CatalogueEntry;
import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.DtcStatus;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.FreezeFrame;
import io.panelwatch.agent.fault.Level;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.PublicImpact;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Faults that are raised by hand, so that people and the way to the backend can be tried out. They
 * are beside the real ones: they explain none, are explained by none, count among no occurrences,
 * and the public does not hear of them.
 */
final class Drills {

  /** More would be a flood of alarms, and no drill. */
  static final int MOST = 8;

  /**
   * So many may begin within an hour: each is reported and kept, and who may use the control socket
   * could otherwise fill the outbox and the history by beginning and ending them. It is counted in
   * memory only, and so anew by an agent that is started anew, which takes more than the socket.
   */
  static final int MOST_AN_HOUR = 12;

  private static final Duration HOUR = Duration.ofHours(1);

  private record Drill(Fault fault, Stamp begun, Duration time) {

    private Drill with(Fault other) {
      return new Drill(other, begun, time);
    }
  }

  private final Limits limits;
  private final Supplier<String> faultIds;
  private final Map<Pair, Drill> drills = new LinkedHashMap<>();

  /** When those of the last hour have begun, over or not. */
  private final List<Stamp> begun = new ArrayList<>();

  Drills(Limits limits, Supplier<String> faultIds) {
    this.limits = limits;
    this.faultIds = faultIds;
  }

  List<Fault> active() {
    return drills.values().stream().map(Drill::fault).toList();
  }

  /** Whether one of them has that id. */
  boolean has(String faultId) {
    return with(faultId).isPresent();
  }

  private Optional<Drill> with(String faultId) {
    return drills.values().stream().filter(d -> d.fault.faultId().equals(faultId)).findFirst();
  }

  /** Begins at once: what is tried out is not the on-delay. */
  Outcome begin(Action.BeginDrill action, Told told) {
    boolean inRange =
        action.time().compareTo(Action.LONGEST_DRILL) <= 0 && action.time().isPositive();
    if (!limits.catalogue().has(action.code())) {
      return new Outcome.Refused(Outcome.Why.NO_SUCH_CODE);
    }
    if (!inRange) {
      return new Outcome.Refused(Outcome.Why.TIME_OUT_OF_RANGE);
    }
    var pair = new Pair(action.code(), action.component());
    if (drills.containsKey(pair)) {
      return new Outcome.Already();
    }
    if (drills.size() >= MOST) {
      return new Outcome.Refused(Outcome.Why.TOO_MANY);
    }
    begun.removeIf(at -> at.passed(HOUR, told.at()));
    if (begun.size() >= MOST_AN_HOUR) {
      return new Outcome.Refused(Outcome.Why.TOO_OFTEN);
    }
    begun.add(told.at());
    Fault fault = fault(pair, told.at());
    drills.put(pair, new Drill(fault, told.at(), action.time()));
    told.tell(FaultTransition.Kind.RAISED, fault, action.by());
    return new Outcome.Done(told.transitions(), Optional.empty());
  }

  /** Of the worst level, because that is what people must have seen once. */
  private Fault fault(Pair pair, Stamp at) {
    CatalogueEntry entry = limits.catalogue().entry(pair.code());
    Criteria criteria = limits.of(pair.code(), pair.component());
    int level = criteria.levels().size() - 1;
    Level worst = criteria.levels().get(level);
    return new Fault(
        faultIds.get(),
        1,
        pair.code(),
        pair.component(),
        entry.failureMode(),
        worst.severity(),
        entry.kind(),
        entry.ne107(),
        PublicImpact.NONE,
        entry.symptom(),
        entry.advice(),
        entry.part(),
        true,
        Optional.empty(),
        Standing.NEW,
        at.wall(),
        at.wall(),
        Optional.empty(),
        at.trusted(),
        at.bootId(),
        Duration.ofMillis(at.uptimeMillis()).toSeconds(),
        Occurrence.FIRST.with(0, DtcStatus.failedIn(at.bootId())),
        criteria.limit(level, OptionalDouble.empty()),
        new FreezeFrame(List.of(), List.of()),
        "drill",
        true);
  }

  /** Somebody takes note of a drill as of a fault; empty where it is none. */
  Optional<Outcome> acknowledge(String faultId, Actor by, Told told) {
    return with(faultId).map(found -> acknowledge(found, by, told));
  }

  private Outcome acknowledge(Drill drill, Actor by, Told told) {
    Standing before = drill.fault.standing();
    if (before.acknowledged().isPresent()) {
      return new Outcome.Already();
    }
    Standing seen = before.withAcknowledged(Optional.of(new Acknowledged(by, told.at())));
    Fault fault = drill.fault.updated(told.at().wall(), seen);
    drills.put(Pair.of(fault), drill.with(fault));
    told.tell(FaultTransition.Kind.ACKNOWLEDGED, fault, by);
    return new Outcome.Done(told.transitions(), Optional.empty());
  }

  /** Ends all of them. */
  Outcome end(Actor by, Told told) {
    if (drills.isEmpty()) {
      return new Outcome.Already();
    }
    drills.values().forEach(drill -> clear(drill, by, told));
    drills.clear();
    return new Outcome.Done(told.transitions(), Optional.empty());
  }

  /** Ends those whose time is over. */
  void expire(Told told) {
    drills
        .values()
        .removeIf(
            drill -> {
              boolean over = drill.begun.passed(drill.time, told.at());
              if (over) {
                clear(drill, Actor.AGENT, told);
              }
              return over;
            });
  }

  private static void clear(Drill drill, Actor by, Told told) {
    told.tell(FaultTransition.Kind.CLEARED, drill.fault.cleared(told.at().wall()), by);
  }
}
