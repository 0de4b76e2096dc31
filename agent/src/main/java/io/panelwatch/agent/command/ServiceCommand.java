package io.panelwatch.agent.command;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.control.ControlClient;
import io.panelwatch.agent.control.InspectionSummary;
import io.panelwatch.agent.control.VisitSummary;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.linux.LinuxClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code service}: a technician is at the board. Only a daemon that runs can be told of a visit;
 * what was looked at is noted in its store where none runs.
 */
@Command(
    name = "service",
    description = {
      "Say who is at work on this board. While a visit is open, what begins under the technician's",
      "hands calls for no other one; a visit that nobody closes ends after 8 hours. What is looked",
      "at from time to time, because no sensor sees it, is listed and noted here as well, and who",
      "did what on this board."
    },
    footer = {
      "",
      "Examples:",
      "  panelwatch service open ID --technician NAME   you are at work on that fault",
      "  panelwatch service retest ID                   is it well again?",
      "  panelwatch service close                       you are done",
      "  panelwatch service inspected fans              you have looked at the fans",
      "  panelwatch service log                         who did what here, the latest first",
      "  panelwatch service drill FAN-201 fan1 --for 5m who hears of a fan that stands still?",
      "  panelwatch service drill end                   everybody has"
    },
    subcommands = {DrillCommand.class, ServiceLogCommand.class})
final class ServiceCommand implements Callable<Integer> {

  /** From one question for the result of a retest to the next. */
  private static final Duration PERIOD = Duration.ofSeconds(1);

  /** A retest takes two minutes at most, and the daemon may be slow to begin it. */
  private static final int MOST_QUESTIONS = 150;

  private final Terminal terminal;
  private final BoardClock clock;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private MemoryOptions options = new MemoryOptions();

  ServiceCommand() {
    this(Terminal.ofThisProcess(), new LinuxClock());
  }

  ServiceCommand(Terminal terminal, BoardClock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  /** Who is at work. */
  @Override
  public Integer call() throws IOException {
    Optional<VisitSummary> open = daemon().visit();
    if (options.json()) {
      say(open.map(VisitSummary::toJson).orElse("{}"));
    } else if (open.isEmpty()) {
      say(words().say("visit.none"));
    } else {
      tell(open.get());
    }
    return ExitStatus.OK.code();
  }

  private void tell(VisitSummary visit) {
    say(words().say("visit", visit.by(), visit.opened()));
    if (visit.all()) {
      say(words().say("visit.all"));
    }
    visit.faults().forEach(id -> say("  " + id + "  " + result(visit, id)));
  }

  private String result(VisitSummary visit, String faultId) {
    return Optional.ofNullable(visit.retests().get(faultId))
        .map(result -> words().sayOr("retest." + result, result))
        .orElse("");
  }

  /** {@code service open [ID...]}. */
  @Command(
      name = "open",
      description = "Begin to work on faults, or on the whole board where none is named.")
  Integer open(
      @Parameters(paramLabel = "ID", arity = "0..*", description = "As faults lists them.")
          List<String> ids,
      @Mixin TechnicianOptions technician)
      throws IOException, CommandException {
    Set<String> faults = ids == null ? Set.of() : Set.copyOf(ids);
    var asked = new Action.OpenVisit("", faults, AgentMemory.user());
    requireDaemon();
    report()
        .tell("visit-open", String.join(" ", faults), technician.signed(memory(), asked, asking()));
    return ExitStatus.OK.code();
  }

  /** {@code service close}. */
  @Command(name = "close", description = "Say that the work is done: what is still wrong is told.")
  Integer close() throws IOException, CommandException {
    report().tell("visit-close", "", daemon().act(new Action.CloseVisit(AgentMemory.user())));
    return ExitStatus.OK.code();
  }

  /** {@code service retest ID}: waits for the result. */
  @Command(
      name = "retest",
      description = {
        "Look whether what was repaired is well, for up to two minutes. Exit status 0: passed;",
        "1: failed, or it could not be seen."
      })
  Integer retest(@Parameters(paramLabel = "ID", description = "As faults lists it.") String id)
      throws IOException, CommandException, InterruptedException {
    ActionAnswer answer = daemon().act(new Action.Retest(id, AgentMemory.user()));
    if (answer instanceof ActionAnswer.Refused || answer instanceof ActionAnswer.Unknown) {
      report().tell("retest", id, answer);
    }
    for (int question = 0; question < MOST_QUESTIONS; question++) {
      Optional<VisitSummary> visit = daemon().visit();
      Optional<String> result = visit.map(open -> open.retests().getOrDefault(id, ""));
      if (result.isEmpty()) {
        throw new CommandException(ExitStatus.UNAVAILABLE, words().say("retest.ended"));
      }
      if (!result.get().isEmpty()) {
        say(options.json() ? visit.orElseThrow().toJson() : result(visit.orElseThrow(), id));
        return result.get().equals("PASSED") ? ExitStatus.OK.code() : ExitStatus.FOUND.code();
      }
      clock.sleep(PERIOD);
    }
    throw new CommandException(ExitStatus.UNAVAILABLE, words().say("unknown", id));
  }

  /** {@code service inspections}. */
  @Command(
      name = "inspections",
      description =
          "List what is looked at from time to time: when it is due, and who did it last.")
  Integer inspections() throws IOException, CommandException {
    List<InspectionSummary> all = memory().inspections();
    if (options.json()) {
      say(InspectionSummary.toJson(all));
    } else if (all.isEmpty()) {
      say(words().say("inspection.none"));
    } else {
      new InspectionsText(words()).table(all, spec.commandLine().getOut());
    }
    return ExitStatus.OK.code();
  }

  /** {@code service inspected NAME}. */
  @Command(
      name = "inspected",
      description = {
        "Say that you have looked at something: its interval begins anew, and MNT-B01 of it ends.",
        "Where the board has technicians, it asks for the personal code of one."
      })
  Integer inspected(
      @Parameters(paramLabel = "NAME", description = "As service inspections lists it.")
          String name,
      @Mixin TechnicianOptions technician)
      throws IOException, CommandException {
    var asked = new Action.Inspect(name, AgentMemory.user());
    report().tell("inspect", name, technician.signed(memory(), asked, asking()));
    return ExitStatus.OK.code();
  }

  private TechnicianOptions.Asking asking() {
    return new TechnicianOptions.Asking(terminal, words().language());
  }

  /** A visit mutes a daemon: where none runs there is nothing to open. */
  private void requireDaemon() throws IOException {
    if (!daemon().reachable()) {
      daemon().visit();
    }
  }

  private ControlClient daemon() {
    return memory().daemon();
  }

  /** The daemon whose board it is, or its store. */
  AgentMemory memory() {
    return options.memory();
  }

  /** Tells what became of an action. */
  ActionReport report() {
    return new ActionReport(words(), spec.commandLine().getOut(), options.json());
  }

  /** The colours that are asked for, or else those of the terminal. */
  Colours colours(Colours.When when) {
    return Colours.of(when, terminal, options.environment());
  }

  /** Whether a program reads what is told. */
  boolean json() {
    return options.json();
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
  }

  /** The words of the language that is asked for, or else of the terminal's. */
  FaultWords words() {
    return new FaultWords(options.language());
  }
}
