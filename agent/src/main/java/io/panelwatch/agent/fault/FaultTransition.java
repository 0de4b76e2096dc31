package io.panelwatch.agent.fault;

import java.util.Optional;

/**
 * A change of an episode that the store keeps and the backend hears of.
 *
 * @param kind what happened
 * @param fault the episode after it
 * @param at when it happened; its wall clock is the episode's {@code last}
 * @param by who made it happen
 */
public record FaultTransition(Kind kind, Fault fault, Stamp at, Actor by) {

  /** The transitions of the contract. */
  public enum Kind {
    RAISED,
    UPDATED,
    ACKNOWLEDGED,
    SHELVED,
    CLEARED,
    RESOLVED
  }

  /**
   * Whether it is an alarm: the fault calls and did not before, or calls who has taken note of it
   * once more, because it became worse. The one definition of what {@link AlarmMeter} counts.
   *
   * @param before the episode as of its transition before; empty where none is known
   */
  public boolean callsAnew(Optional<Fault> before) {
    return fault.calls()
        && before
            .map(was -> !was.calls() || isUnseenAgain(was.standing()))
            .orElse(kind == Kind.RAISED);
  }

  private boolean isUnseenAgain(Standing before) {
    return before.acknowledged().isPresent() && fault.standing().acknowledged().isEmpty();
  }
}
