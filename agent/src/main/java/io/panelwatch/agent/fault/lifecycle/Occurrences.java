package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Occurrence;

/** Knows the episodes of what the lifecycle was given no memory of. */
@FunctionalInterface
public interface Occurrences {

  /**
   * Which one the episode is that begins now. Asked for what has never failed and for what has
   * aged, on the thread that judges.
   */
  Occurrence next(String code, String component);
}
