package io.panelwatch.agent.command;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.lifecycle.Action;
import picocli.CommandLine.Command;

/**
 * {@code faults unshelve ID}, {@code faults unshelve CODE COMPONENT}: an alarm counts again before
 * its time.
 */
@Command(
    name = "unshelve",
    description = {
      "Let the alarm of a fault count again that was put aside for a time. The fault itself may",
      "have ended meanwhile: see faults --shelved."
    })
final class UnshelveCommand extends AlarmBack {

  UnshelveCommand() {
    super("unshelve");
  }

  @Override
  Action back(String code, String component, Actor by) {
    return new Action.Unshelve(code, component, by);
  }
}
