package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.service.AuditEntry;

/**
 * Turns transitions and what people do into the JSON that is sent. Called inside the store's
 * transaction: what it throws for a transition undoes the whole commit. It must not call the store.
 */
public interface OutboxEncoder {

  /** The report of a transition. */
  String encode(FaultTransition transition, OutboxPlace place);

  /** The report of what somebody did, or has tried to do; given up where this throws. */
  String encode(AuditEntry entry, OutboxPlace place);

  /**
   * The same report of a fault with no more than what begins or ends: neither what was read nor
   * advice.
   */
  String brief(String payload);

  /** What is sent in place of a report that was given up, so that no gap is left. */
  String skipped(long epoch, long seq);

  /** The same report at another place. */
  String moved(String payload, long epoch, long seq);
}
