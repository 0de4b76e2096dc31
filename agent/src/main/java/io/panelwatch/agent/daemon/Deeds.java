package io.panelwatch.agent.daemon;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.fault.lifecycle.Lifecycle;
import io.panelwatch.agent.fault.lifecycle.Moment;
import io.panelwatch.agent.fault.lifecycle.Outcome;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.hal.BoardClock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What people do with faults: done by the lifecycle, then kept, together with who did it. What is
 * refused is kept as well. Used by the one thread that judges.
 */
final class Deeds {

  /** Stores what was done. */
  interface Keeping {
    /** Does so, and says whether it is stored now. */
    boolean keep(Outcome.Done done, AuditEntry entry);
  }

  private static final Outcome.Done NOTHING = new Outcome.Done(List.of(), Optional.empty());

  private final Lifecycle lifecycle;
  private final BoardClock clock;
  private final Keeping keeping;

  Deeds(Lifecycle lifecycle, BoardClock clock, Keeping keeping) {
    this.lifecycle = lifecycle;
    this.clock = clock;
    this.keeping = keeping;
  }

  /** Does one of them. */
  ActionAnswer act(Action action) {
    Moment now = Moment.of(clock);
    Stamp at = lifecycle.stamp(now);
    return switch (lifecycle.act(action, now)) {
      case Outcome.Done done ->
          new ActionAnswer.Done(
              lastRev(done.transitions()),
              keeping.keep(done, AuditEntry.of(action, at, AuditEntry.DONE)));
      case Outcome.Already _ -> {
        keeping.keep(NOTHING, AuditEntry.of(action, at, "already"));
        yield new ActionAnswer.Already();
      }
      case Outcome.Refused(Outcome.Why why) -> {
        keeping.keep(NOTHING, AuditEntry.of(action, at, word(why)));
        yield new ActionAnswer.Refused(word(why));
      }
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
