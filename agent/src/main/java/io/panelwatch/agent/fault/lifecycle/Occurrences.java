package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Occurrence;

/** Counts episodes; the store knows the earlier ones. */
@FunctionalInterface
public interface Occurrences {

  /**
   * Which one the episode is that begins now. Asked once for each episode, on the thread that
   * judges.
   */
  Occurrence next(String code, String component);
}
