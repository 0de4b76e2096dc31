package io.panelwatch.agent.command;

import io.panelwatch.agent.control.FaultSummary;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.lifecycle.Action;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/**
 * A subcommand of {@code faults} that lets an alarm count again. Its fault may have ended long ago,
 * and may have left the memory, so that the alarm can be named by itself.
 */
abstract class AlarmBack extends FaultAction {

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "COMPONENT",
      description = "Then ID is a code, as faults --shelved lists both.")
  private Optional<String> component = Optional.empty();

  AlarmBack(String words) {
    super(words);
  }

  /** What is to be done with the alarm. */
  abstract Action back(String code, String component, Actor by);

  @Override
  final Action action(Actor by) throws IOException, CommandException {
    if (component.isPresent()) {
      return back(id(), component.get(), by);
    }
    FaultSummary fault = faults().find(id());
    return back(fault.code(), fault.component(), by);
  }

  @Override
  final String subject() {
    return component.map(name -> id() + " " + name).orElseGet(super::subject);
  }
}
