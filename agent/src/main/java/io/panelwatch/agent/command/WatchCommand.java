package io.panelwatch.agent.command;

import io.panelwatch.agent.config.StandardFolders;
import io.panelwatch.agent.control.ControlClient;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.hal.linux.KeyTerminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
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
      "Show the faults and readings of the running agent, live. q or Ctrl-C ends it.",
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

  /** The board itself is read every other second. */
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private static final int CTRL_D = 4;

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
    Sighting seen = Sighting.of(daemon, Sighting.NOTHING);
    PrintWriter out = spec.commandLine().getOut();
    boolean whole = terminal.isThere() && !json && !dumb();
    try (var keys = KeyTerminal.open(whole);
        var view = whole ? screen(keys, out) : lines(out)) {
      // Ctrl-C ends the program in the middle of this: the terminal must not stay as it is.
      Runtime.getRuntime().addShutdownHook(new Thread(view::close));
      Runtime.getRuntime().addShutdownHook(new Thread(keys::close));
      view.show(seen);
      while (!out.checkError() && !ended(keys)) {
        seen = Sighting.of(daemon, seen);
        view.show(seen);
      }
    }
    return ExitStatus.OK.code();
  }

  private static boolean ended(KeyTerminal keys) throws IOException {
    return switch (keys.await(PERIOD)) {
      case NOTHING -> false;
      case END -> true;
      case KEY -> {
        int key = keys.key();
        yield key == 'q' || key == 'Q' || key == CTRL_D || key < 0;
      }
    };
  }

  private WatchView screen(KeyTerminal keys, PrintWriter out) {
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
