package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Acknowledged;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Standing;
import java.util.Optional;

/** Does what people do with faults: the arrows of the drawing that no scan goes along. */
final class Actions {

  private final Boot boot;
  private final Conditions conditions;

  Actions(Boot boot, Conditions conditions) {
    this.boot = boot;
    this.conditions = conditions;
  }

  Outcome act(Action action, Moment now) {
    var told = new Told(boot.stamp(now));
    return switch (action) {
      case Action.Acknowledge acknowledge -> acknowledge(acknowledge, told);
    };
  }

  private Outcome acknowledge(Action.Acknowledge action, Told told) {
    Optional<Condition> found = conditions.withEpisode(action.faultId());
    if (found.isEmpty()) {
      return new Outcome.Refused(Outcome.Why.NO_SUCH_FAULT);
    }
    Condition condition = found.get();
    Fault fault = condition.episode().orElseThrow();
    if (fault.standing().acknowledged().isPresent()) {
      return new Outcome.Already();
    }
    condition.unlatch();
    Standing seen =
        fault
            .standing()
            .withLatched(false)
            .withAcknowledged(Optional.of(new Acknowledged(action.by(), told.at())));
    Fault acknowledged = fault.updated(told.at().wall(), seen);
    condition.stands(told.tell(FaultTransition.Kind.ACKNOWLEDGED, acknowledged, action.by()));
    if (condition.level().isEmpty()) {
      Fault cleared = acknowledged.cleared(told.at().wall());
      told.tell(FaultTransition.Kind.CLEARED, cleared, action.by());
      condition.ends();
    }
    return new Outcome.Done(told.transitions());
  }
}
