package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.store.Batch;

/** Where what a lifecycle gives to be stored outlives the agent, in a story. */
interface Keeping {

  void keep(Batch batch);

  /** What the next agent goes on with. */
  Recollection afterRestart();
}
