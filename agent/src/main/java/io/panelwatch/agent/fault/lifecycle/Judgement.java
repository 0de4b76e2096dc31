package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.PendingFault;
import io.panelwatch.agent.fault.Retested;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.fault.VisitExpired;
import java.util.List;
import java.util.Optional;

/**
 * What a scan came to.
 *
 * @param transitions in the order in which they are to be stored and sent: a cause before its
 *     symptoms
 * @param active every fault after the scan, in the catalogue's order, suppressed ones included;
 *     then the drills
 * @param pending every condition that was seen and is no fault yet, in the same order
 * @param checkpoints how far episodes have come to their ends, where that is to be stored
 * @param memory what is remembered of what has failed, where that has changed
 * @param arrangements what people have arranged, where time or the board has changed some of it
 * @param visit the service visit that is open: the device is in class C of NE 107
 * @param retested a retest that has come to its end
 * @param expired a visit that was open for too long
 */
public record Judgement(
    List<FaultTransition> transitions,
    List<Fault> active,
    List<PendingFault> pending,
    List<Checkpoint> checkpoints,
    List<DtcEntry> memory,
    Optional<Arrangements> arrangements,
    Optional<Visit> visit,
    Optional<Retested> retested,
    Optional<VisitExpired> expired) {

  /** Before the first scan. */
  public static final Judgement NONE =
      new Judgement(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public Judgement {
    transitions = List.copyOf(transitions);
    active = List.copyOf(active);
    pending = List.copyOf(pending);
    checkpoints = List.copyOf(checkpoints);
    memory = List.copyOf(memory);
  }
}
