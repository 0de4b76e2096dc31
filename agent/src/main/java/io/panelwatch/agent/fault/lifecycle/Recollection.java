package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Fault;
import java.util.List;

/**
 * What an agent goes on with after a restart.
 *
 * @param episodes those that were active
 * @param memory of what has failed at any time
 * @param arrangements what people had arranged
 */
public record Recollection(
    List<Resumed> episodes, List<DtcEntry> memory, Arrangements arrangements) {

  public Recollection {
    episodes = List.copyOf(episodes);
    memory = List.copyOf(memory);
  }

  /** Faults whose delays begin anew, and nothing else. */
  public static Recollection of(List<Fault> active) {
    return new Recollection(
        active.stream().map(Resumed::of).toList(), List.of(), Arrangements.NONE);
  }
}
