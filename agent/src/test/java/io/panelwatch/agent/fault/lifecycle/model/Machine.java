package io.panelwatch.agent.fault.lifecycle.model;

/** What lives through a story: the lifecycle, or the model of it. */
@FunctionalInterface
public interface Machine {

  /** What an event comes to; events come one after the other. */
  Answer after(Event event);
}
