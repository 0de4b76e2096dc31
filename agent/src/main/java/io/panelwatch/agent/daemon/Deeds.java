package io.panelwatch.agent.daemon;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.fault.lifecycle.Lifecycle;
import io.panelwatch.agent.fault.lifecycle.Moment;
import io.panelwatch.agent.fault.lifecycle.Outcome;
import io.panelwatch.agent.inspection.InspectionRecord;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.hal.BoardClock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
    boolean keep(Deed deed);
  }

  /** Knows what is inspected here. */
  interface Inspecting {
    /** That it was looked at; empty where nothing of that name is inspected here. */
    Optional<InspectionRecord> looked(Action.Inspect asked, Stamp at);
  }

  private static final String STORAGE_REFUSES = "storage-refuses";
  private static final String INSPECTION_DUE = "MNT-B01";
  private static final String NO_SUCH_INSPECTION = "no-such-inspection";

  private final Lifecycle lifecycle;
  private final BoardClock clock;
  private final Keeping keeping;
  private final Inspecting inspecting;
  private final BooleanSupplier storageRefuses;
  private final Refusals refusals;

  Deeds(
      Lifecycle lifecycle,
      BoardClock clock,
      Keeping keeping,
      Inspecting inspecting,
      BooleanSupplier storageRefuses,
      Refusals refusals) {
    this.lifecycle = lifecycle;
    this.clock = clock;
    this.keeping = keeping;
    this.inspecting = inspecting;
    this.storageRefuses = storageRefuses;
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
        var deed = with(signedOff, at, Deed.of(done, entry.apply(AuditEntry.DONE)));
        yield new ActionAnswer.Done(lastRev(done.transitions()), keeping.keep(deed));
      }
      case Outcome.Already _ -> {
        note(entry.apply("already"));
        yield new ActionAnswer.Already();
      }
      case Outcome.Refused(Outcome.Why why) -> {
        String word = isBeyondReach(action, why) ? STORAGE_REFUSES : word(why);
        note(entry.apply(word));
        yield new ActionAnswer.Refused(word);
      }
    };
  }

  /** One that has ended is not in memory: while the storage refuses nothing is done with it. */
  private boolean isBeyondReach(Action action, Outcome.Why why) {
    return why == Outcome.Why.NO_SUCH_FAULT
        && action instanceof Action.Resolve
        && storageRefuses.getAsBoolean();
  }

  /** Tells of what was only counted until now, once its time is over. */
  void tellCounted() {
    refusals.over(now()).forEach(entry -> keeping.keep(Deed.inVain(entry)));
  }

  /** The same at the end of the daemon. */
  void tellRest() {
    refusals.rest(now()).forEach(entry -> keeping.keep(Deed.inVain(entry)));
  }

  private Stamp now() {
    return lifecycle.stamp(Moment.of(clock));
  }

  private void note(AuditEntry vain) {
    if (refusals.notes(vain)) {
      keeping.keep(Deed.inVain(vain));
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

  /** A sign-off and what it says was looked at; by now nobody may inspect that any more. */
  private Deed with(Optional<Action.Inspect> signedOff, Stamp at, Deed signOff) {
    return signedOff
        .flatMap(
            inspect ->
                inspecting
                    .looked(inspect, at)
                    .map(
                        looked -> signOff.and(looked, AuditEntry.of(inspect, at, AuditEntry.DONE))))
        .orElse(signOff);
  }

  private ActionAnswer inspect(Action.Inspect asked, Stamp at) {
    Optional<InspectionRecord> looked = inspecting.looked(asked, at);
    if (looked.isEmpty()) {
      note(AuditEntry.of(asked, at, NO_SUCH_INSPECTION));
      return new ActionAnswer.Refused(NO_SUCH_INSPECTION);
    }
    var deed = Deed.of(looked.get(), AuditEntry.of(asked, at, AuditEntry.DONE));
    return new ActionAnswer.Done(0, keeping.keep(deed));
  }

  /** Acknowledging a latched fault ends it as well: the later of two is how it stands. */
  private static int lastRev(List<FaultTransition> transitions) {
    return transitions.isEmpty() ? 0 : transitions.getLast().fault().rev();
  }

  private static String word(Outcome.Why why) {
    return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
