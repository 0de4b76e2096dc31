package io.panelwatch.agent.daemon;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.fault.lifecycle.Lifecycle;
import io.panelwatch.agent.fault.lifecycle.Moment;
import io.panelwatch.agent.fault.lifecycle.Outcome;
import io.panelwatch.hal.BoardClock;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What people do with faults: done by the lifecycle, then kept. Used by the one thread that judges.
 */
final class Deeds {

  private final Lifecycle lifecycle;
  private final BoardClock clock;
  private final Predicate<Outcome.Done> keeping;

  /**
   * @param keeping stores what was done, and says whether that is stored now
   */
  Deeds(Lifecycle lifecycle, BoardClock clock, Predicate<Outcome.Done> keeping) {
    this.lifecycle = lifecycle;
    this.clock = clock;
    this.keeping = keeping;
  }

  /** Does one of them. */
  ActionAnswer act(Action action) {
    var now = new Moment(clock.wall(), clock.wallTrusted(), clock.monotonicNanos());
    return switch (lifecycle.act(action, now)) {
      case Outcome.Done done ->
          new ActionAnswer.Done(lastRev(done.transitions()), keeping.test(done));
      case Outcome.Already _ -> new ActionAnswer.Already();
      case Outcome.Refused(Outcome.Why why) -> new ActionAnswer.Refused(word(why));
    };
  }

  /** Acknowledging a latched fault ends it as well: the later of two is how it stands. */
  private static int lastRev(List<FaultTransition> transitions) {
    return transitions.isEmpty() ? 0 : transitions.getLast().fault().rev();
  }

  private static String word(Outcome.Why why) {
    return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
