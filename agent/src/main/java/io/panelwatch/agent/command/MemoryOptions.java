package io.panelwatch.agent.command;

import io.panelwatch.agent.config.StandardFolders;
import io.panelwatch.agent.fault.Language;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Which fault memory is meant, and how it is told of: the same for all that asks it. */
final class MemoryOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "JSON instead of text.")
  private boolean json;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The agent's state folder, where it is not the usual one.")
  private Optional<Path> state = Optional.empty();

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      scope = ScopeType.INHERIT,
      description = "Language of the text: ${COMPLETION-CANDIDATES}. Default: the terminal's.")
  private Optional<Language> language = Optional.empty();

  /** Whether a program reads what is told. */
  boolean json() {
    return json;
  }

  /** The fault memory that is meant. */
  AgentMemory memory() {
    return new AgentMemory(state, StandardFolders.ofThisProcess());
  }

  /** The language that is asked for, or else the terminal's. */
  Language language() {
    return language.orElseGet(() -> UserLanguage.of(environment()));
  }

  /** The environment of who asks. */
  Map<String, String> environment() {
    return ((RootCommand) command.root().userObject()).environment();
  }
}
