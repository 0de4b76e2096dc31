package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Fault;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A part of the history.
 *
 * @param faults the newest first, without their freeze frames
 * @param next where the next page begins; empty where nothing is older
 * @param unread why what is stored is left out; empty where nothing is
 */
public record FaultPage(List<Fault> faults, OptionalLong next, Optional<String> unread) {

  public FaultPage {
    faults = List.copyOf(faults);
  }

  /** With all that there is. */
  public FaultPage(List<Fault> faults, OptionalLong next) {
    this(faults, next, Optional.empty());
  }
}
