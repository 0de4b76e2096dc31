package io.panelwatch.agent.fault;

/** What a guided retest came to. */
public enum RetestResult {
  /** The condition was seen to be gone, for long and often enough. */
  PASSED,
  /** The condition was seen. */
  FAILED,
  /** Neither could be seen in time. */
  INCONCLUSIVE
}
