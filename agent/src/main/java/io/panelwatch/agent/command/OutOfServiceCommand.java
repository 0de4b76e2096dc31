package io.panelwatch.agent.command;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.lifecycle.Action;
import picocli.CommandLine.Command;

/** {@code faults out-of-service ID}: an alarm is put aside until somebody puts it back. */
@Command(
    name = "out-of-service",
    description = {
      "Put the alarm of a fault aside until faults return: no further fault of its kind begins on",
      "this component. For what is known to be broken and stays so for longer than a day."
    })
final class OutOfServiceCommand extends PutAside {

  OutOfServiceCommand() {
    super("out-of-service");
  }

  @Override
  Action aside(Actor by) {
    return new Action.TakeOut(id(), by);
  }
}
