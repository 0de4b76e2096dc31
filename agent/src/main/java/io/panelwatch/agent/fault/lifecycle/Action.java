package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Actor;

/** What people do with faults. */
public sealed interface Action {

  /** Who does it. */
  Actor by();

  /**
   * Somebody has taken note of a fault. One whose code is latched ends with it, where its condition
   * is gone for the off-delay; to the others it says no more than that.
   *
   * @param faultId an active fault
   */
  record Acknowledge(String faultId, Actor by) implements Action {}
}
