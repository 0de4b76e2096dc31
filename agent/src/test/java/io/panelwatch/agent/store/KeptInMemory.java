package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.lifecycle.Arrangements;
import io.panelwatch.agent.fault.lifecycle.Recollection;
import java.util.List;

/** What a store knows that works, without its database. For tests that begin many of them. */
public final class KeptInMemory {

  private final Known known =
      new Known(new Recollection(List.of(), List.of(), Arrangements.NONE), List.of(), 1);

  /** Keeps a batch. */
  public void commit(Batch batch) {
    known.take(batch);
    known.forgetEnded(0);
  }

  /** See {@link FaultStore#nextOccurrence}. */
  public Occurrence nextOccurrence(String code, String component, String bootId) {
    return known.nextOccurrence(code, component, bootId, Occurrence.FIRST);
  }

  /** See {@link FaultStore#episode}. */
  public Fault asRemembered(Fault fault) {
    return known.asRemembered(fault);
  }

  /** What an agent that starts goes on with. */
  public Recollection recollection() {
    return known.recollection();
  }
}
