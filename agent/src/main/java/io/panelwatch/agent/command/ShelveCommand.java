package io.panelwatch.agent.command;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.lifecycle.Action;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code faults shelve ID --for TIME}: an alarm is put aside for a time. */
@Command(
    name = "shelve",
    description = {
      "Put the alarm of a fault aside for a time: neither it nor the next one of its kind on this",
      "component asks for attention or dispatch. What the public is told does not change."
    })
final class ShelveCommand extends PutAside {

  @Option(
      names = "--for",
      paramLabel = "TIME",
      required = true,
      converter = TimeSpan.class,
      description = "1m to 24h, as 90s, 30m or 2h.")
  private Duration time = Duration.ZERO;

  ShelveCommand() {
    super("shelve");
  }

  @Override
  Action aside(Actor by) {
    return new Action.Shelve(id(), time, by);
  }
}
