package io.panelwatch.agent.fault.lifecycle;

/** Counts episodes; the store knows the earlier ones. */
@FunctionalInterface
public interface Occurrences {

  /**
   * The number of the episode that begins now, from 1. Asked once for each episode, on the thread
   * that judges.
   */
  int next(String code, String component);
}
