package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Fault;
import java.util.List;

/**
 * The active faults and the outbox, both as of one moment: no commit lies between them.
 *
 * @param faults every active fault, the oldest first
 * @param outbox whose {@code lastSeq} is the last transition that the list knows of
 * @param durable whether they are stored, and not only held in memory
 */
public record ActiveFaults(List<Fault> faults, OutboxStatus outbox, boolean durable) {

  public ActiveFaults {
    faults = List.copyOf(faults);
  }
}
