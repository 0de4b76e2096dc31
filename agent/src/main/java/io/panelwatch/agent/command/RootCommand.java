package io.panelwatch.agent.command;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself: the options that every command has. */
@Command(
    name = "panelwatch",
    versionProvider = ProgramVersion.Provider.class,
    description = "Drives the LCD of a board, watches its hardware and reports every fault.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit status: 0 done; 1 found something wrong; 64 wrong words here;",
      "69 a device or broker is not there; 74 I/O error; 77 not permitted;",
      "78 configuration."
    })
final class RootCommand {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Say what this command does.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Say which version this is.")
  boolean version;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Log more, and show the stack trace of an error.")
  boolean verbose;

  private final Map<String, String> environment;

  /** A program in no environment at all: what the framework makes before there is one. */
  RootCommand() {
    this(Map.of());
  }

  /** A program in the environment of its process. */
  RootCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The variables of the process. */
  Map<String, String> environment() {
    return environment;
  }
}
