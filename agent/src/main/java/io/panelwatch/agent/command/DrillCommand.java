package io.panelwatch.agent.command;

import io.panelwatch.agent.control.ControlClient;
import io.panelwatch.agent.fault.lifecycle.Action;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code service drill CODE COMPONENT}: a fault is raised by hand. */
@Command(
    name = "drill",
    customSynopsis = {
      "panelwatch service drill CODE COMPONENT [--for TIME] [OPTIONS]",
      "       panelwatch service drill end [OPTIONS]"
    },
    description = {
      "Raise a fault by hand, to try out who hears of it. It is reported as a test, called a drill",
      "on the LCD and in every list, and nobody is sent for it. It ends by itself."
    },
    footer = {
      "",
      "Examples:",
      "  panelwatch service drill FAN-201 fan1            for 10 minutes",
      "  panelwatch service drill DSK-411 sda --for 90s",
      "  panelwatch service drill end                     every drill is over"
    })
final class DrillCommand implements Callable<Integer> {

  @ParentCommand private ServiceCommand service = new ServiceCommand();

  @Spec private CommandSpec spec = CommandSpec.create();

  // Neither is required of "drill end", and to picocli a command and its subcommands are one.
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CODE",
      description = "As catalogue lists it.")
  private String code = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "COMPONENT",
      description = "Any name; the board need not have it.")
  private String component = "";

  @Option(
      names = "--for",
      paramLabel = "TIME",
      defaultValue = "10m",
      converter = TimeSpan.class,
      description = "1s to 10m, as 90s or 5m. Default: ${DEFAULT-VALUE}.")
  private Duration time = Action.LONGEST_DRILL;

  /** Begins it. */
  @Override
  public Integer call() throws IOException, CommandException {
    if (code.isBlank() || component.isBlank()) {
      throw new ParameterException(
          spec.commandLine(), "Missing required parameters: 'CODE', 'COMPONENT'");
    }
    var asked = new Action.BeginDrill(code, component, time, AgentMemory.user());
    service.report().tell("drill", code + " " + component, daemon().act(asked));
    return ExitStatus.OK.code();
  }

  /** {@code service drill end}. */
  @Command(name = "end", description = "End every drill before its time.")
  Integer end() throws IOException, CommandException {
    if (!code.isEmpty() || !component.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "'end' ends every drill, and stands alone; no component may be called that");
    }
    var asked = new Action.EndDrill(AgentMemory.user());
    service.report().tell("drill-end", "", daemon().act(asked));
    return ExitStatus.OK.code();
  }

  /** It lives in the daemon's memory, and nowhere else. */
  private ControlClient daemon() throws CommandException {
    ControlClient daemon = service.memory().daemon();
    if (!daemon.reachable()) {
      throw new CommandException(ExitStatus.UNAVAILABLE, service.words().say("drill.no-daemon"));
    }
    return daemon;
  }
}
