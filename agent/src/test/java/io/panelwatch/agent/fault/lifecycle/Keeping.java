package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.store.Batch;

/** Where what a lifecycle gives to be stored outlives the agent, in a story. */
interface Keeping {

  void keep(Batch batch);

  /** Which one the next episode is, if it begins in that boot. */
  Occurrence nextOccurrence(String code, String component, String bootId);

  /** The fault, which is kept or was, with what is remembered now of its like. */
  Fault asRemembered(Fault fault);

  /** What the next agent goes on with. */
  Recollection afterRestart();
}
