package io.panelwatch.agent.fault;

/** Whose trade a repair is. */
public enum FaultKind {
  HARDWARE,
  SOFTWARE,
  NETWORK
}
