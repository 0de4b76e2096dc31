package io.panelwatch.agent.command;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.control.FaultSummary;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.lifecycle.Action;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code faults resolve ID}: a repair is signed off. */
@Command(
    name = "resolve",
    description = {
      "Sign off the repair of a fault, also after its end. It acknowledges the fault",
      "and ends nothing that is still wrong. Where the board has technicians, it asks for the",
      "personal code of one: five wrong ones in 15 minutes, and none is taken for as long."
    })
final class ResolveCommand extends FaultAction {

  @Mixin private TechnicianOptions technician = new TechnicianOptions();

  @Option(names = "--done", paramLabel = "TEXT", description = "What was done.")
  private String done = "";

  @Option(names = "--part", paramLabel = "TEXT", description = "What was put in.")
  private String part = "";

  @Option(
      names = "--removed",
      description = "The component was taken away for good: it is missed no more.")
  private boolean removed;

  @Option(
      names = "--yes",
      description = "Do not ask, also where the fault is still there or was signed off.")
  private boolean yes;

  ResolveCommand() {
    super("resolve");
  }

  @Override
  Action action(Actor by) throws IOException, CommandException {
    String sentence = done.strip();
    String name = part.strip();
    if (isTooMuch(sentence) || isTooMuch(name)) {
      throw new CommandException(
          ExitStatus.USAGE, faults().words().say("resolve.words", Action.Resolve.MOST_WORDS));
    }
    if (!yes) {
      FaultSummary fault = faults().find(id());
      if (fault.test()) {
        throw new CommandException(
            ExitStatus.USAGE, faults().words().say("refused.is-a-drill", id()));
      }
      confirm(fault);
    }
    return new Action.Resolve(id(), sentence, name, removed, by);
  }

  private void confirm(FaultSummary fault) throws CommandException {
    if (removed) {
      faults().confirm("resolve.removed", fault.code(), fault.component());
    } else if (fault.active()) {
      faults().confirm("resolve.confirm", fault.code(), fault.component());
    }
    Optional<String> before = faults().words().signedOff(fault);
    if (before.isPresent()) {
      faults().confirm("resolve.replace", fault.code(), fault.component(), before.get());
    }
  }

  private static boolean isTooMuch(String words) {
    return words.length() > Action.Resolve.MOST_WORDS
        || words.chars().anyMatch(Character::isISOControl);
  }

  @Override
  ActionAnswer done(AgentMemory memory, Action action) throws IOException, CommandException {
    return technician.signed(
        memory,
        action,
        new TechnicianOptions.Asking(faults().terminal(), faults().words().language()));
  }
}
