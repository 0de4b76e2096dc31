package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Acknowledged;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The transitions that are made at one moment, in their order. */
final class Told {

  private final Stamp at;
  private final DtcMemory memory;
  private final List<FaultTransition> transitions;

  /**
   * @param memory of how often, and since when, what is told has failed
   * @param transitions takes what is told; whoever has it keeps it when what follows comes to no
   *     end
   */
  Told(Stamp at, DtcMemory memory, List<FaultTransition> transitions) {
    this.at = at;
    this.memory = memory;
    this.transitions = transitions;
  }

  /** At a moment at which nothing was told yet. */
  Told(Stamp at, DtcMemory memory) {
    this(at, memory, new ArrayList<>());
  }

  Stamp at() {
    return at;
  }

  /**
   * That the agent itself saw it, or found it to be time.
   *
   * @return the fault as it was told
   */
  Fault tell(FaultTransition.Kind kind, Fault fault) {
    return tell(kind, fault, Actor.AGENT);
  }

  Fault tell(FaultTransition.Kind kind, Fault fault, Actor by) {
    Fault asRemembered = memory.tell(fault);
    transitions.add(new FaultTransition(kind, asRemembered, at, by));
    return asRemembered;
  }

  List<FaultTransition> transitions() {
    return transitions;
  }

  /** That an episode stands otherwise, because of what somebody did. */
  void tell(FaultTransition.Kind kind, Condition condition, Standing standing, Actor by) {
    Fault fault = condition.episode().orElseThrow().updated(at.wall(), standing);
    condition.stands(tell(kind, fault, by));
  }

  /** That somebody has ended an episode. */
  void cleared(Condition condition, Actor by) {
    Fault fault = condition.episode().orElseThrow();
    Standing free = fault.standing().withLatched(false).withFlapping(false);
    tell(FaultTransition.Kind.CLEARED, fault.with(free).cleared(at.wall()), by);
    condition.ends();
  }

  /** How a fault stands that is seen now, if it was not seen before. */
  Standing seen(Fault fault, Actor by) {
    Standing before = fault.standing();
    Acknowledged since = before.acknowledged().orElse(new Acknowledged(by, at));
    return before.withLatched(false).withAcknowledged(Optional.of(since));
  }
}
