package io.panelwatch.agent.fault;

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
}
