package io.panelwatch.agent.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code help [COMMAND]}: the same as {@code --help}, for people who type it as a word. */
@Command(name = "help", description = "Say what there is, or what one command does.")
final class HelpCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "One of the commands.")
  private Optional<String> word = Optional.empty();

  @Override
  public Integer call() throws CommandException {
    CommandLine root = spec.parent().commandLine();
    CommandLine asked = word.isEmpty() ? root : root.getSubcommands().get(word.get());
    if (asked == null) {
      throw new CommandException(
          ExitStatus.USAGE, "no command is called " + word.get() + ": see panelwatch --help");
    }
    asked.usage(root.getOut());
    return ExitStatus.OK.code();
  }
}
