package io.panelwatch.agent.command;

/** How a board is shown to who watches it. */
interface WatchView extends AutoCloseable {

  /** Shows what is seen now. */
  void show(Sighting now);

  /** Leaves the terminal to somebody else until something is shown again. */
  void pause();

  /** Leaves the terminal as it was; nothing is shown any more. */
  @Override
  void close();
}
