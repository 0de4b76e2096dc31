package io.panelwatch.agent.command;

import io.panelwatch.agent.control.FaultSummary;
import io.panelwatch.agent.control.PutAsideAlarm;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code faults}: the fault memory, of the running agent or of a stopped one. */
@Command(
    name = "faults",
    description = "List the fault memory, running agent or not.",
    footer = {
      "",
      "Examples:",
      "  panelwatch faults                           what is wrong now",
      "  panelwatch faults --all --limit 50          the latest 50, ended ones too",
      "  panelwatch faults show ID                   everything about one, with what to do",
      "  panelwatch faults shelve ID --for 2h        put its alarm aside while you work on it",
      "  panelwatch faults --shelved                 what is put aside",
      "  panelwatch faults return FAN-201 fan1       back in service, also without a fault"
    },
    subcommands = {
      AcknowledgeCommand.class,
      ShelveCommand.class,
      UnshelveCommand.class,
      OutOfServiceCommand.class,
      ReturnCommand.class,
      ResolveCommand.class
    })
final class FaultsCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();
  @ParentCommand private RootCommand root = new RootCommand();

  @Option(names = "--all", description = "The ended ones too, the latest first.")
  private boolean all;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "1000",
      converter = PositiveNumber.class,
      description = "With --all so many at most. Default: ${DEFAULT-VALUE}.")
  private int most = 1000;

  @Option(
      names = "--shelved",
      description = "The alarms that are put aside, also those without a fault now.")
  private boolean shelved;

  @Mixin private MemoryOptions options = new MemoryOptions();

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "AUTO",
      scope = ScopeType.INHERIT,
      description = "Colours: ${COMPLETION-CANDIDATES}. AUTO: on a terminal, without NO_COLOR.")
  private Colours.When color = Colours.When.AUTO;

  FaultsCommand() {
    this(Terminal.ofThisProcess());
  }

  FaultsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, CommandException {
    PrintWriter out = spec.commandLine().getOut();
    if (shelved) {
      putAside(memory().putAside(), out);
    } else if (all) {
      history(out);
    } else {
      active(memory().active(), out);
    }
    return ExitStatus.OK.code();
  }

  private void active(List<FaultSummary> faults, PrintWriter out)
      throws IOException, CommandException {
    if (options.json()) {
      out.println(FaultSummary.toJson(faults));
      return;
    }
    if (faults.isEmpty()) {
      out.println(words().say("none"));
    } else {
      text(out).table(faults);
    }
    int aside = memory().putAside().size();
    if (aside > 0) {
      out.println(words().say("aside.some", aside));
    }
  }

  private void history(PrintWriter out) throws IOException, CommandException {
    var pages = new HistoryPages(memory(), most);
    everything(pages, out);
    if (pages.unread().isPresent()) {
      throw new CommandException(
          ExitStatus.IO, words().say("unread", pages.unread().orElseThrow()));
    }
  }

  private void everything(HistoryPages pages, PrintWriter out)
      throws IOException, CommandException {
    if (options.json()) {
      pages.writeJson(out);
      return;
    }
    List<FaultSummary> faults = pages.read();
    if (faults.isEmpty()) {
      if (pages.unread().isEmpty()) {
        out.println(words().say("none.ever"));
      }
      return;
    }
    text(out).table(faults);
    long older = pages.countRest();
    if (older > 0) {
      out.println(words().say("older", older, faults.size()));
    }
  }

  private void putAside(List<PutAsideAlarm> alarms, PrintWriter out) {
    if (options.json()) {
      out.println(PutAsideAlarm.toJson(alarms));
    } else if (alarms.isEmpty()) {
      out.println(words().say("aside.none"));
    } else {
      text(out).putAside(alarms);
    }
  }

  /** {@code faults show ID}: everything about one episode. */
  @Command(name = "show", description = "Say everything about one fault.")
  Integer show(@Parameters(paramLabel = "ID", description = "As faults lists it.") String id)
      throws IOException, CommandException {
    FaultSummary fault = find(id);
    PrintWriter out = spec.commandLine().getOut();
    if (options.json()) {
      out.println(FaultSummary.toJson(List.of(fault)));
    } else {
      text(out).page(fault);
    }
    return ExitStatus.OK.code();
  }

  /**
   * One fault, which may have ended.
   *
   * @throws CommandException when there is none of that id
   */
  FaultSummary find(String id) throws IOException, CommandException {
    return memory()
        .fault(id)
        .orElseThrow(() -> new CommandException(ExitStatus.USAGE, words().say("none.called", id)));
  }

  /**
   * Asks whether something is meant.
   *
   * @param key of the question's words
   * @throws CommandException when it is not meant, or when there is nobody to ask
   */
  void confirm(String key, Object... parts) throws CommandException {
    new Question(terminal, words().say("confirm.nobody"), words().say("confirm.not"))
        .confirm(words().say(key, parts));
  }

  /** Where somebody is asked for a code. */
  Terminal terminal() {
    return terminal;
  }

  private FaultsText text(PrintWriter out) {
    return new FaultsText(words(), Colours.of(color, terminal, root.environment()), out);
  }

  /** Whether JSON is asked for. */
  boolean json() {
    return options.json();
  }

  /** The fault memory that is meant. */
  AgentMemory memory() {
    return options.memory();
  }

  /** The words of the language that is asked for, or else of the terminal's. */
  FaultWords words() {
    return new FaultWords(options.language());
  }
}
