package io.panelwatch.agent.command;

import io.panelwatch.agent.control.FaultSummary;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.lifecycle.Action;
import java.io.IOException;
import picocli.CommandLine.Option;

/**
 * A subcommand of {@code faults} that puts the alarm of one of them aside. Nobody is sent for a
 * critical fault then, so that this is asked back.
 */
abstract class PutAside extends FaultAction {

  @Option(names = "--yes", description = "Do not ask, also where the fault is critical.")
  private boolean yes;

  private final String words;

  /**
   * @param words the beginning of the words that ask, and say what was done
   */
  PutAside(String words) {
    super(words);
    this.words = words;
  }

  /** What is to be done with the fault of {@link #id}. */
  abstract Action aside(Actor by);

  @Override
  final Action action(Actor by) throws IOException, CommandException {
    if (!yes) {
      FaultSummary fault = faults().find(id());
      if (fault.severity().equals("CRITICAL")) {
        faults().confirm(words + ".confirm", fault.code(), fault.component());
      }
    }
    return aside(by);
  }
}
