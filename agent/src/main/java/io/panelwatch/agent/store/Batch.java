package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.lifecycle.Arrangements;
import io.panelwatch.agent.fault.lifecycle.Checkpoint;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.agent.fault.lifecycle.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What is kept together: all of it or nothing.
 *
 * @param transitions in the order in which they happened
 * @param checkpoints how far episodes have come to their ends
 * @param memory what is remembered of codes on components, where that has changed
 * @param arrangements what people have arranged, where that has changed
 */
public record Batch(
    List<FaultTransition> transitions,
    List<Checkpoint> checkpoints,
    List<DtcEntry> memory,
    Optional<Arrangements> arrangements) {

  public Batch {
    transitions = List.copyOf(transitions);
    checkpoints = List.copyOf(checkpoints);
    memory = List.copyOf(memory);
  }

  /** Transitions and nothing else. */
  public static Batch of(List<FaultTransition> transitions) {
    return new Batch(transitions, List.of(), List.of(), Optional.empty());
  }

  /** What somebody has done. */
  public static Batch of(Outcome.Done done) {
    return new Batch(done.transitions(), List.of(), List.of(), done.arrangements());
  }

  /** Whether there is nothing to keep. */
  public boolean isEmpty() {
    return transitions.isEmpty()
        && checkpoints.isEmpty()
        && memory.isEmpty()
        && arrangements.isEmpty();
  }
}
