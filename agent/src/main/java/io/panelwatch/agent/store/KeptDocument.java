package io.panelwatch.agent.store;

/**
 * A document of the backend, kept over restarts.
 *
 * @param topic below the device's root: {@code dn/queue}
 * @param backendEpoch the backend's start, compared before {@code rev}
 * @param rev rises with every change
 * @param payload JSON, as it arrived
 */
public record KeptDocument(String topic, long backendEpoch, long rev, String payload) {

  /** Whether it is older than another of the same topic: the contract's comparison. */
  boolean olderThan(KeptDocument other) {
    return backendEpoch < other.backendEpoch
        || (backendEpoch == other.backendEpoch && rev < other.rev);
  }
}
