package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Fault;
import java.util.List;

/**
 * What an agent goes on with after a restart.
 *
 * @param episodes those that were active
 * @param arrangements what people had arranged
 */
public record Recollection(List<Resumed> episodes, Arrangements arrangements) {

  public Recollection {
    episodes = List.copyOf(episodes);
  }

  /** Faults whose delays begin anew, and nothing else. */
  public static Recollection of(List<Fault> active) {
    return new Recollection(active.stream().map(Resumed::of).toList(), Arrangements.NONE);
  }
}
