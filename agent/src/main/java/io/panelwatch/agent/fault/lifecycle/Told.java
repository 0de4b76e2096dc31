package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Stamp;
import java.util.ArrayList;
import java.util.List;

/** The transitions that are made at one moment, in their order. */
final class Told {

  private final Stamp at;
  private final List<FaultTransition> transitions;

  /**
   * @param transitions takes what is told; whoever has it keeps it when what follows comes to no
   *     end
   */
  Told(Stamp at, List<FaultTransition> transitions) {
    this.at = at;
    this.transitions = transitions;
  }

  /** At a moment at which nothing was told yet. */
  Told(Stamp at) {
    this(at, new ArrayList<>());
  }

  Stamp at() {
    return at;
  }

  /** That the agent itself saw it, or found it to be time. */
  Fault tell(FaultTransition.Kind kind, Fault fault) {
    return tell(kind, fault, Actor.AGENT);
  }

  Fault tell(FaultTransition.Kind kind, Fault fault, Actor by) {
    transitions.add(new FaultTransition(kind, fault, at, by));
    return fault;
  }

  List<FaultTransition> transitions() {
    return transitions;
  }
}
