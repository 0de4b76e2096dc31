package io.panelwatch.agent.command;

import io.panelwatch.agent.control.FaultSummary;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.lifecycle.Action;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code faults return ID}: an alarm is back in service. */
@Command(
    name = "return",
    description = {
      "Put back in service what was taken out. What is wrong with it by then is a fault with the",
      "next scan. The fault itself may have ended meanwhile: see faults --all."
    })
final class ReturnCommand extends FaultAction {

  ReturnCommand() {
    super("return");
  }

  @Override
  Action action(Actor by) throws IOException, CommandException {
    FaultSummary fault = fault();
    return new Action.PutBack(fault.code(), fault.component(), by);
  }
}
