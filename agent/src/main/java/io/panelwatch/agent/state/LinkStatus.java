package io.panelwatch.agent.state;

/**
 * How it stands with the broker.
 *
 * @param phase off where no broker is configured
 * @param outboxDepth reports that the backend has not acknowledged
 */
public record LinkStatus(Phase phase, int outboxDepth) {

  /** The link's phases, as a person would tell them. */
  public enum Phase {
    OFF,
    CONNECTING,
    CONNECTED,
    WAITING
  }

  /** No broker configured. */
  public static final LinkStatus OFF = new LinkStatus(Phase.OFF, 0);
}
