package io.panelwatch.agent.store;

/** What an acknowledgement of the backend did to the outbox. */
public enum AckOutcome {
  /** It was of an epoch of which no row is kept, and touched nothing. */
  OTHER_EPOCH,
  /** It told nothing that was not known. */
  NOTHING_NEW,
  /** Rows left the outbox. */
  ADVANCED,
  /**
   * It acknowledged more than was ever sent: this store lost rows that the backend has. A new epoch
   * has begun, and every kept row has a new place in it.
   */
  NEW_EPOCH
}
