package io.panelwatch.agent.command;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.lifecycle.Action;
import picocli.CommandLine.Command;

/** {@code faults ack ID}: somebody has seen a fault. */
@Command(
    name = "ack",
    description = {
      "Say that you have seen a fault and look after it. Faults that wait for that end with it,",
      "once their condition is gone."
    })
final class AcknowledgeCommand extends FaultAction {

  AcknowledgeCommand() {
    super("acknowledge");
  }

  @Override
  Action action(Actor by) {
    return new Action.Acknowledge(id(), by);
  }
}
