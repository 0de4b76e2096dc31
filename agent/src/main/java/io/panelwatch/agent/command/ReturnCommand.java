package io.panelwatch.agent.command;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.lifecycle.Action;
import picocli.CommandLine.Command;

/** {@code faults return ID}, {@code faults return CODE COMPONENT}: an alarm is back in service. */
@Command(
    name = "return",
    description = {
      "Put back in service what was taken out. What is wrong with it by then is a fault with the",
      "next scan. The fault itself may have ended meanwhile: see faults --shelved."
    })
final class ReturnCommand extends AlarmBack {

  ReturnCommand() {
    super("return");
  }

  @Override
  Action back(String code, String component, Actor by) {
    return new Action.PutBack(code, component, by);
  }
}
