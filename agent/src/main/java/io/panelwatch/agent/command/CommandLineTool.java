package io.panelwatch.agent.command;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs one command line.
 *
 * <p>The word that names the command is looked for first, and only that command's class is loaded:
 * {@code run} starts on a slow board and must not pay for the others. Help, and a word that is no
 * command, load them all.
 */
public final class CommandLineTool {

  private final PrintWriter out;
  private final PrintWriter err;
  private final Map<String, String> environment;

  /**
   * @param out gets what was asked for
   * @param err gets the sentences about what went wrong
   * @param environment of the process
   */
  public CommandLineTool(PrintWriter out, PrintWriter err, Map<String, String> environment) {
    this.out = out;
    this.err = err;
    this.environment = Map.copyOf(environment);
  }

  /** Runs the command and returns the exit status; throws nothing that a command throws. */
  public int run(String... args) {
    boolean verbose = List.of(args).contains("--verbose");
    LogSetup.apply(verbose, environment);
    try {
      List<String> words = Arrays.stream(args).filter(arg -> !arg.startsWith("-")).toList();
      CommandTable.refuseMissing(words);
      return commandLine(words.isEmpty() ? "" : words.getFirst(), verbose).execute(args);
    } catch (CommandException e) {
      return failed(e, verbose);
    }
  }

  private CommandLine commandLine(String word, boolean verbose) {
    var line = new CommandLine(new RootCommand(environment));
    Optional<Callable<Integer>> only = CommandTable.create(word);
    if (only.isPresent()) {
      line.addSubcommand(word, only.get());
    } else {
      CommandTable.all().forEach(line::addSubcommand);
      line.addSubcommand(new HelpCommand());
    }
    return line.setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setHelpFactory(CommandLineTool::help)
        .setExecutionStrategy(CommandLineTool::execute)
        .setParameterExceptionHandler((e, _) -> misspelt(e))
        .setExecutionExceptionHandler((e, _, _) -> failed(e, verbose));
  }

  /** A sentence to a line, whatever lines it is written in; the first is what a list tells. */
  private static Help help(CommandSpec command, Help.ColorScheme colours) {
    UsageMessageSpec usage = command.usageMessage();
    usage.description(String.join(" ", usage.description()).split("(?<=\\.) ", -1));
    return new Help(command, colours);
  }

  /** No command at all is a wrong command line, not a wish for help. */
  private static int execute(ParseResult result) {
    boolean asked = result.isUsageHelpRequested() || result.isVersionHelpRequested();
    if (!result.hasSubcommand() && !asked) {
      throw new ParameterException(result.commandSpec().commandLine(), "no command");
    }
    return new CommandLine.RunLast().execute(result);
  }

  private int misspelt(ParameterException e) {
    CommandLine where = e.getCommandLine();
    String sentence = oneLine(e);
    List<String> meant = List.of();
    if (e instanceof UnmatchedArgumentException unmatched) {
      meant = unmatched.getSuggestions();
      if (where.getParent() == null && !unmatched.isUnknownOption()) {
        sentence = "unknown command " + unmatched.getUnmatched().getFirst();
      }
    }
    err.printf(
        "panelwatch: %s%s: see %s --help%n",
        sentence,
        meant.isEmpty() ? "" : " (did you mean " + String.join(" or ", meant) + "?)",
        where.getCommandSpec().qualifiedName());
    return ExitStatus.USAGE.code();
  }

  private int failed(Exception e, boolean verbose) {
    Failure failure = Failure.of(e);
    failure.sentences().forEach(err::println);
    if (verbose) {
      e.printStackTrace(err);
    }
    return failure.status().code();
  }

  private static String oneLine(Exception e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
  }
}
