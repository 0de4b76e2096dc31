package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.FaultTransition;
import java.util.List;
import java.util.Optional;

/** What became of an {@link Action}. */
public sealed interface Outcome {

  /**
   * It is done, and is to be stored before anybody is told.
   *
   * @param transitions what it changed, in the order in which it is to be stored and sent
   * @param arrangements what is in force from now on, where that has changed
   */
  record Done(List<FaultTransition> transitions, Optional<Arrangements> arrangements)
      implements Outcome {

    public Done {
      transitions = List.copyOf(transitions);
    }
  }

  /** It was done before; nothing has changed. */
  record Already() implements Outcome {}

  /** It cannot be done; nothing has changed. */
  record Refused(Why why) implements Outcome {}

  /** Why it cannot be done. */
  enum Why {
    /** No active fault has that id, or none that it can be done with. */
    NO_SUCH_FAULT,
    /** It is a drill: nothing is wrong that could be repaired or put aside. */
    IS_A_DRILL,
    /** For such a time it is not done. */
    TIME_OUT_OF_RANGE,
    /** The catalogue has no such code. */
    NO_SUCH_CODE,
    /** As many as there may be at a time are there already. */
    TOO_MANY,
    /** It was done as often as it may be within an hour. */
    TOO_OFTEN,
    /** Another visit is open. */
    VISIT_OPEN,
    /** No visit is open. */
    NO_VISIT,
    /** The retest of another fault is under way. */
    RETEST_UNDER_WAY
  }
}
