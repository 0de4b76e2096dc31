package io.panelwatch.agent.command;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.probe.ProbeReport;
import io.panelwatch.agent.probe.ProbeRun;
import io.panelwatch.hal.Board;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.LinuxBoard;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code probe}: reads the hardware without a daemon. */
@Command(
    name = "probe",
    description = "Read this board's hardware, once or a few times, and say what it means.")
final class ProbeCommand implements Callable<Integer> {

  /** A recording may be of a part of a board only, as the health of its disks. */
  private static final List<String> PARTS_OF_A_BOARD = List.of("sys", "proc", "dev", "run");

  private static final int MAX_SAMPLES = 100_000;
  private static final int MAX_EVERY_SECONDS = 24 * 3600;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--root",
      paramLabel = "DIR",
      defaultValue = "/",
      description = "Read DIR/sys, DIR/proc and so on: a recorded board.")
  private Path root = Path.of("/");

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "1",
      description = "How often everything is read (default: ${DEFAULT-VALUE}).")
  private int samples = 1;

  @Option(
      names = "--every",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seconds between two samples (default: ${DEFAULT-VALUE}).")
  private double everySeconds = 1;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "Exit with 1 on a confirmed fault this bad: ${COMPLETION-CANDIDATES}.")
  private Optional<Severity> failOn = Optional.empty();

  @Option(names = "--json", description = "One JSON object instead of tables.")
  private boolean json;

  @Override
  public Integer call() throws CommandException, InterruptedException {
    check();
    boolean live = root.toAbsolutePath().normalize().equals(Path.of("/"));
    PrintWriter out = spec.commandLine().getOut();
    try (Board board = LinuxBoard.of(root)) {
      ProbeReport report =
          ProbeRun.over(
              board,
              samples,
              Duration.ofMillis(Math.round(everySeconds * 1000)),
              Limits.defaults(Catalogue.load()),
              live ? ProbeRun.Pace.LIVE : ProbeRun.Pace.RECORDED);
      if (json) {
        out.println(ProbeOutput.json(report));
      } else {
        List<SensorSource> sources = board.sources();
        ProbeOutput.print(report, sources, out);
      }
      boolean found = failOn.filter(report::hasConfirmed).isPresent();
      return (found ? ExitStatus.FOUND : ExitStatus.OK).code();
    }
  }

  private void check() throws CommandException {
    if (samples < 1 || samples > MAX_SAMPLES) {
      throw new ParameterException(
          spec.commandLine(), "--samples is " + samples + ", expected 1 to " + MAX_SAMPLES);
    }
    if (!(everySeconds >= 0 && everySeconds <= MAX_EVERY_SECONDS)) {
      throw new ParameterException(
          spec.commandLine(),
          "--every is " + everySeconds + ", expected 0 to " + MAX_EVERY_SECONDS + " seconds");
    }
    if (!Files.isDirectory(root)) {
      throw new CommandException(
          ExitStatus.UNAVAILABLE,
          "--root " + root + " is no folder: name one that holds a board's sys and proc");
    }
    if (PARTS_OF_A_BOARD.stream().noneMatch(part -> Files.isDirectory(root.resolve(part)))) {
      throw new CommandException(
          ExitStatus.UNAVAILABLE,
          "--root %s holds none of %s: name a folder that does"
              .formatted(root, String.join(", ", PARTS_OF_A_BOARD)));
    }
  }
}
