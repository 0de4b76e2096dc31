package io.panelwatch.agent.command;

import io.panelwatch.agent.control.FaultSummary;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.lifecycle.Action;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code faults unshelve ID}: an alarm counts again before its time. */
@Command(
    name = "unshelve",
    description = {
      "Let the alarm of a fault count again that was put aside for a time. The fault itself may",
      "have ended meanwhile: see faults --all."
    })
final class UnshelveCommand extends FaultAction {

  UnshelveCommand() {
    super("unshelve");
  }

  @Override
  Action action(Actor by) throws IOException, CommandException {
    FaultSummary fault = fault();
    return new Action.Unshelve(fault.code(), fault.component(), by);
  }
}
