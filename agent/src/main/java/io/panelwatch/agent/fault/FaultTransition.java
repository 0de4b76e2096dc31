package io.panelwatch.agent.fault;

/**
 * A change of an episode that the store keeps and the backend hears of.
 *
 * @param kind what happened
 * @param fault the episode after it
 */
public record FaultTransition(Kind kind, Fault fault) {

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
