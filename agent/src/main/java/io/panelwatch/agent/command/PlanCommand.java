package io.panelwatch.agent.command;

import io.panelwatch.display.BusCosts;
import io.panelwatch.display.bus.PanelLink;
import io.panelwatch.display.frame.CostModel;
import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.UpdatePlan;
import io.panelwatch.display.frame.UpdatePlanner;
import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.display.profile.PanelProfiles;
import io.panelwatch.display.profile.ProfileException;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.linux.LinuxClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plan}: the update planner on raw pictures. Holds two of them at a time. */
@Command(
    name = "plan",
    description = "Say what the update planner would send for a sequence of raw pictures.",
    footer = {
      "",
      "A picture is width x height pixels as the panel is mounted by default (ili9341: 320 x 240),",
      "row by row: RGB565, low byte first; for monochrome panels one byte a pixel, 0 is dark.",
      "The first one is what the panel shows already.",
      "Costs are those of SPI with a data/command line and transfers of --transfer-bytes.",
      "Planner time is diff and plan of the whole picture on this machine: the median of nine",
      "runs, after the first update was planned for up to half a second to warm up."
    })
final class PlanCommand implements Callable<Integer> {

  private static final int MAX_CLOCK_HZ = 1_000_000_000;
  private static final double MAX_LATENCY_MICROS = 1e6;
  private static final int MAX_TRANSFER_BYTES = 1 << 24;
  private static final double NANOS_PER_MICRO = 1e3;
  private static final long WARM_UP_NANOS = 500_000_000;
  private static final int WARM_UP_RUNS = 5_000;
  private static final int RUNS = 9;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--panel",
      required = true,
      paramLabel = "NAME",
      description = "The panel's profile, as panel list has it: ili9341, ssd1306 and so on.")
  private String panel = "";

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Where profiles of your own are, if not in /etc/panelwatch/panels.")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--clock",
      required = true,
      paramLabel = "HZ",
      description = "Clock of the bus, in hertz.")
  private int clockHz = 1;

  @Option(
      names = "--latency-us",
      required = true,
      paramLabel = "T",
      description = "What one transfer takes beyond its bits, in microseconds.")
  private double latencyMicros;

  @Option(
      names = "--transfer-bytes",
      paramLabel = "N",
      defaultValue = "4096",
      description = "The longest transfer, spidev.bufsiz (default: ${DEFAULT-VALUE}).")
  private int transferBytes = 1;

  @Option(names = "--json", description = "One JSON object instead of a table.")
  private boolean json;

  @Parameters(paramLabel = "FRAMES", arity = "2..*", description = "Files, two at least, in order.")
  private List<Path> files = List.of();

  private final long[] runNanos = new long[RUNS];

  @Override
  public Integer call() throws CommandException, ProfileException, IOException {
    check();
    PrintWriter out = spec.commandLine().getOut();
    try (LinuxClock clock = new LinuxClock()) {
      PlanReport report = plan(profile(), clock);
      if (json) {
        out.println(report.json());
      } else {
        report.print(out);
      }
    }
    return ExitStatus.OK.code();
  }

  private PlanReport plan(ControllerProfile profile, BoardClock clock)
      throws CommandException, IOException {
    RawFrames raw = new RawFrames(profile);
    Frame shown = raw.empty();
    Frame wanted = raw.empty();
    Damage damage = Damage.whole(shown.width(), shown.height());
    UpdatePlanner planner = new UpdatePlanner(shown.width(), shown.height(), costs(profile));
    List<PlanReport.Update> updates = new ArrayList<>();
    raw.read(files.getFirst(), shown);
    for (Path file : files.subList(1, files.size())) {
      raw.read(file, wanted);
      if (updates.isEmpty()) {
        warmUp(clock, planner, shown, wanted, damage);
      }
      updates.add(update(clock, planner, shown, wanted, damage));
      Frame next = shown;
      shown = wanted;
      wanted = next;
    }
    return new PlanReport(updates);
  }

  private static void warmUp(
      BoardClock clock, UpdatePlanner planner, Frame shown, Frame wanted, Damage damage) {
    long began = clock.monotonicNanos();
    int runs = 0;
    while (runs < WARM_UP_RUNS && clock.monotonicNanos() - began < WARM_UP_NANOS) {
      planner.plan(shown, wanted, damage);
      runs++;
    }
  }

  private PlanReport.Update update(
      BoardClock clock, UpdatePlanner planner, Frame shown, Frame wanted, Damage damage) {
    UpdatePlan plan = planner.plan(shown, wanted, damage);
    for (int run = 0; run < RUNS; run++) {
      long began = clock.monotonicNanos();
      plan = planner.plan(shown, wanted, damage);
      runNanos[run] = clock.monotonicNanos() - began;
    }
    Arrays.sort(runNanos);
    return new PlanReport.Update(
        plan.size(), plan.bytes(), plan.nanos(), runNanos[RUNS / 2] / NANOS_PER_MICRO);
  }

  private CostModel costs(ControllerProfile profile) {
    PanelLink.Tariff spi =
        PanelLink.Tariff.spi(profile.wireRules(), clockHz, clockHz, transferBytes);
    return BusCosts.of(spi, profile, Math.round(latencyMicros * NANOS_PER_MICRO));
  }

  private ControllerProfile profile() throws CommandException, ProfileException {
    PanelProfiles profiles = KnownPanels.of(folder);
    List<String> names = profiles.list().stream().map(PanelProfiles.Entry::name).toList();
    if (!names.contains(panel)) {
      throw new CommandException(
          ExitStatus.USAGE,
          "--panel %s: there is no such profile, expected one of %s"
              .formatted(panel, String.join(", ", names)));
    }
    if (profiles.load(panel) instanceof ControllerProfile controller) {
      return controller;
    }
    throw new CommandException(
        ExitStatus.USAGE,
        "--panel %s is driven by the kernel and has no bus to plan for: name a controller's profile"
            .formatted(panel));
  }

  private void check() {
    require(clockHz >= 1 && clockHz <= MAX_CLOCK_HZ, "--clock", clockHz, "1 to 1000000000 hertz");
    require(
        latencyMicros >= 0 && latencyMicros <= MAX_LATENCY_MICROS,
        "--latency-us",
        latencyMicros,
        "0 to 1000000");
    require(
        transferBytes >= 1 && transferBytes <= MAX_TRANSFER_BYTES,
        "--transfer-bytes",
        transferBytes,
        "1 to " + MAX_TRANSFER_BYTES);
  }

  private void require(boolean held, String option, Number value, String expected) {
    if (!held) {
      throw new ParameterException(
          spec.commandLine(), option + " is " + value + ", expected " + expected);
    }
  }
}
