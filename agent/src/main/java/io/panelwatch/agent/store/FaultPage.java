package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Fault;
import java.util.List;
import java.util.OptionalLong;

/**
 * A part of the history.
 *
 * @param faults the newest first, without their freeze frames
 * @param next where the next page begins; empty where nothing is older
 */
public record FaultPage(List<Fault> faults, OptionalLong next) {

  public FaultPage {
    faults = List.copyOf(faults);
  }
}
