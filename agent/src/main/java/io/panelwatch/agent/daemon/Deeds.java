package io.panelwatch.agent.daemon;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.fault.lifecycle.Lifecycle;
import io.panelwatch.agent.fault.lifecycle.Moment;
import io.panelwatch.agent.fault.lifecycle.Outcome;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.hal.BoardClock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What people do: with faults by the lifecycle, and what they look at; then kept, together with who
 * did it. What comes to nothing is kept as well, as far as {@link Refusals} let it. Used by the one
 * thread that judges.
 */
final class Deeds {

  /** Stores what was done. */
  interface Keeping {
    /** Does so, and says whether it is stored now. */
    boolean keep(Outcome.Done done, AuditEntry entry);
  }

  /** Stores what was looked at. */
  interface Inspecting {
    /**
     * Does so, with who has looked.
     *
     * @return whether it is stored now; empty where nothing of that name is inspected here
     */
    Optional<Boolean> done(Action.Inspect asked, Stamp at);
  }

  private static final String INSPECTION_DUE = "MNT-B01";
  private static final String NO_SUCH_INSPECTION = "no-such-inspection";

  private static final Outcome.Done NOTHING = new Outcome.Done(List.of(), Optional.empty());

  private final Lifecycle lifecycle;
  private final BoardClock clock;
  private final Keeping keeping;
  private final Inspecting inspecting;
  private final Refusals refusals;

  Deeds(
      Lifecycle lifecycle,
      BoardClock clock,
      Keeping keeping,
      Inspecting inspecting,
      Refusals refusals) {
    this.lifecycle = lifecycle;
    this.clock = clock;
    this.keeping = keeping;
    this.inspecting = inspecting;
    this.refusals = refusals;
  }

  /** Does one of them. */
  ActionAnswer act(Action action) {
    Moment now = Moment.of(clock);
    Stamp at = lifecycle.stamp(now);
    return action instanceof Action.Inspect inspect ? inspect(inspect, at) : act(action, now, at);
  }

  private ActionAnswer act(Action action, Moment now, Stamp at) {
    Function<String, AuditEntry> entry = entries(action, at);
    Optional<Action.Inspect> signedOff = signedOffInspection(action);
    return switch (lifecycle.act(action, now)) {
      case Outcome.Done done -> {
        boolean durable = keeping.keep(done, entry.apply(AuditEntry.DONE));
        signedOff.ifPresent(inspect -> inspect(inspect, at));
        yield new ActionAnswer.Done(lastRev(done.transitions()), durable);
      }
      case Outcome.Already _ -> {
        note(entry.apply("already"));
        // A power cut may have come between the sign-off and what it says was looked at.
        signedOff.ifPresent(inspect -> inspect(inspect, at));
        yield new ActionAnswer.Already();
      }
      case Outcome.Refused(Outcome.Why why) -> {
        note(entry.apply(word(why)));
        yield new ActionAnswer.Refused(word(why));
      }
    };
  }

  /** Tells of what was only counted until now, once its time is over. */
  void tellCounted() {
    refusals.over(now()).forEach(entry -> keeping.keep(NOTHING, entry));
  }

  /** The same at the end of the daemon. */
  void tellRest() {
    refusals.rest(now()).forEach(entry -> keeping.keep(NOTHING, entry));
  }

  private Stamp now() {
    return lifecycle.stamp(Moment.of(clock));
  }

  private void note(AuditEntry vain) {
    if (refusals.notes(vain)) {
      keeping.keep(NOTHING, vain);
    }
  }

  /** The entry of an action by its outcome; made before it is done, for then no visit is open. */
  private Function<String, AuditEntry> entries(Action action, Stamp at) {
    Optional<String> closing =
        action instanceof Action.CloseVisit ? lifecycle.visit().map(Visit::id) : Optional.empty();
    return outcome -> {
      AuditEntry entry = AuditEntry.of(action, at, outcome);
      return closing.map(entry::about).orElse(entry);
    };
  }

  /**
   * What is signed off as looked at was looked at: an inspection that is due ends with that. Asked
   * before it is done, for then the fault may be over.
   */
  private Optional<Action.Inspect> signedOffInspection(Action asked) {
    return asked instanceof Action.Resolve resolve
        ? lifecycle
            .active(resolve.faultId())
            .filter(fault -> fault.code().equals(INSPECTION_DUE))
            .map(fault -> new Action.Inspect(fault.component(), resolve.by()))
        : Optional.empty();
  }

  private ActionAnswer inspect(Action.Inspect asked, Stamp at) {
    Optional<Boolean> durable = inspecting.done(asked, at);
    if (durable.isEmpty()) {
      note(AuditEntry.of(asked, at, NO_SUCH_INSPECTION));
      return new ActionAnswer.Refused(NO_SUCH_INSPECTION);
    }
    return new ActionAnswer.Done(0, durable.get());
  }

  /** Acknowledging a latched fault ends it as well: the later of two is how it stands. */
  private static int lastRev(List<FaultTransition> transitions) {
    return transitions.isEmpty() ? 0 : transitions.getLast().fault().rev();
  }

  private static String word(Outcome.Why why) {
    return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
