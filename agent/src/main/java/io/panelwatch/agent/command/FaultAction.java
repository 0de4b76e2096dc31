package io.panelwatch.agent.command;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.lifecycle.Action;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A subcommand of {@code faults} that does something with one of them. */
abstract class FaultAction implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @ParentCommand private FaultsCommand faults = new FaultsCommand();

  @Parameters(index = "0", paramLabel = "ID", description = "As faults lists it.")
  private String id = "";

  private final String words;

  /**
   * @param words the beginning of the words that say what was done
   */
  FaultAction(String words) {
    this.words = words;
  }

  /**
   * What is to be done.
   *
   * @throws CommandException when it is better not done
   */
  abstract Action action(Actor by) throws IOException, CommandException;

  @Override
  public final Integer call() throws IOException, CommandException {
    ActionAnswer answer = done(faults.memory(), action(AgentMemory.user()));
    new ActionReport(faults.words(), spec.commandLine().getOut(), faults.json())
        .tell(words, subject(), answer);
    return ExitStatus.OK.code();
  }

  /** Has it done. */
  ActionAnswer done(AgentMemory memory, Action action) throws IOException, CommandException {
    return memory.act(action);
  }

  /** Which fault it is, as somebody typed it. */
  final String id() {
    return id;
  }

  /** What it is about, for the words that say what was done. */
  String subject() {
    return id;
  }

  /** The command that this is one of. */
  final FaultsCommand faults() {
    return faults;
  }
}
