package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.PendingFault;
import java.util.List;

/**
 * What a scan came to.
 *
 * @param transitions in the order in which they are to be stored and sent: a cause before its
 *     symptoms
 * @param active every fault after the scan, in the catalogue's order, suppressed ones included
 * @param pending every condition that was seen and is no fault yet, in the same order
 */
public record Judgement(
    List<FaultTransition> transitions, List<Fault> active, List<PendingFault> pending) {

  public Judgement {
    transitions = List.copyOf(transitions);
    active = List.copyOf(active);
    pending = List.copyOf(pending);
  }
}
