package io.panelwatch.agent.command;

import io.panelwatch.agent.config.StandardFolders;
import io.panelwatch.agent.control.ControlClient;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.hal.linux.KeyTerminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code watch}: the faults and readings of a running daemon, live, until somebody ends it. */
@Command(
    name = "watch",
    description = {
      "Show the faults and readings of the running agent, live. q or Ctrl-C ends it, Ctrl-Z and fg",
      "stop it and go on.",
      "In a pipe, or with --json, a line for each fault that begins, changes or ends."
    },
    footer = {
      "",
      "Examples:",
      "  panelwatch watch                   the whole terminal, redrawn as things change",
      "  panelwatch watch | tee faults.log  a line for each change",
      "  panelwatch watch --json            the same for a program, readings too"
    })
final class WatchCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();
  @ParentCommand private RootCommand root = new RootCommand();

  @Option(names = "--json", description = "A JSON object a line instead of text.")
  private boolean json;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "The agent's state folder, where it is not the usual one.")
  private Optional<Path> state = Optional.empty();

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      description = "Language of the text: ${COMPLETION-CANDIDATES}. Default: the terminal's.")
  private Optional<Language> language = Optional.empty();

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "AUTO",
      description = "Colours: ${COMPLETION-CANDIDATES}. AUTO: on a terminal, without NO_COLOR.")
  private Colours.When color = Colours.When.AUTO;

  WatchCommand() {
    this(Terminal.ofThisProcess());
  }

  WatchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    ControlClient daemon = new AgentMemory(state, StandardFolders.ofThisProcess()).daemon();
    Sighting first = Sighting.of(daemon, Sighting.NOTHING);
    PrintWriter out = spec.commandLine().getOut();
    boolean whole = terminal.isThere() && !json && !dumb();
    try (Keys keys = Keys.of(KeyTerminal.open(whole));
        var view = whole ? screen(keys, out) : lines(out)) {
      if (setBackAtTheEnd(keys, view)) {
        new WatchLoop(keys, view, out::checkError)
            .run(first, before -> Sighting.of(daemon, before));
      }
    }
    return ExitStatus.OK.code();
  }

  /**
   * Ctrl-C ends the program in the middle of anything: the terminal must not stay as it is. The
   * keys first, for a terminal that takes no more output holds up the rest.
   *
   * @return whether it can still be begun
   */
  private static boolean setBackAtTheEnd(Keys keys, WatchView view) {
    var end =
        new Thread(
            () -> {
              keys.close();
              view.close();
            });
    try {
      Runtime.getRuntime().addShutdownHook(end);
      return true;
    } catch (IllegalStateException endingAlready) {
      return false;
    }
  }

  private WatchView screen(Keys keys, PrintWriter out) {
    var colours = Colours.of(color, terminal, root.environment());
    var faults = new FaultsText(new FaultWords(language()), colours, out);
    return new WatchScreen(faults, new Words("watch", language()), out, keys::size);
  }

  private WatchView lines(PrintWriter out) {
    return new WatchLines(new FaultWords(language()), new Words("watch", language()), out, json);
  }

  private boolean dumb() {
    return root.environment().getOrDefault("TERM", "dumb").equals("dumb");
  }

  private Language language() {
    return language.orElseGet(() -> UserLanguage.of(root.environment()));
  }
}
