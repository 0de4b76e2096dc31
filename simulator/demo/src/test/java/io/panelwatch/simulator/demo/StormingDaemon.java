package io.panelwatch.simulator.demo;

import io.panelwatch.agent.config.ConfigurationReader;
import io.panelwatch.agent.daemon.Daemon;
import io.panelwatch.agent.daemon.DaemonSetup;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.agent.state.LinkStatus;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.simulator.board.BoardChange;
import io.panelwatch.simulator.board.BoardChange.DiskUsed;
import io.panelwatch.simulator.board.BoardChange.DriveOnline;
import io.panelwatch.simulator.board.BoardChange.FanStopped;
import io.panelwatch.simulator.board.BoardChange.MainsOnline;
import io.panelwatch.simulator.board.BoardChange.MemoryAvailable;
import io.panelwatch.simulator.board.BoardChange.PowerFailing;
import io.panelwatch.simulator.board.BoardChange.PrinterAttached;
import io.panelwatch.simulator.board.BoardChange.RaidMissing;
import io.panelwatch.simulator.board.BoardChange.RailHeld;
import io.panelwatch.simulator.board.BoardChange.Repaired;
import io.panelwatch.simulator.board.BoardChange.SensorFails;
import io.panelwatch.simulator.board.BoardChange.ServiceFailed;
import io.panelwatch.simulator.board.BoardChange.SocHeld;
import io.panelwatch.simulator.board.Component;
import io.panelwatch.simulator.board.SimulatedBoard;
import io.panelwatch.simulator.board.SimulatedClock;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A whole daemon on a board on which everything breaks and is repaired again, as a process that can
 * be killed. It says {@code scan} for each state of the device, {@code shown FAULT REV} for each
 * revision that the LCD was given, {@code over FAULT} when that has ended, and {@code waiting N}
 * when another number of reports waits for the backend while the broker is there. A {@code 1} on
 * its standard input lets the supply say that it fails, a {@code 0} that it is well; where that
 * input ends, it ends by itself.
 */
final class StormingDaemon {

  private static final List<BoardChange> BREAK =
      List.of(
          new FanStopped(Component.FAN1, true),
          new FanStopped(Component.FAN2, true),
          new MainsOnline(false),
          new PowerFailing(true),
          new DiskUsed(Component.DISK1, 97),
          new DiskUsed(Component.DISK2, 99),
          new RailHeld(Component.RAIL_12V, 10_000),
          new RailHeld(Component.RAIL_5V, 4_400),
          new SocHeld(110),
          new MemoryAvailable(1),
          new DriveOnline(false),
          new RaidMissing(1),
          new PrinterAttached(false),
          new ServiceFailed(true),
          new SensorFails(Component.RAIL_3V3, 5));

  /** What is confirmed as soon as it is seen, so that a short life has many faults. */
  private static final List<String> AT_ONCE =
      List.of(
          "FAN-201", "PWR-101", "PWR-103", "DSK-401", "DSK-407", "DSK-411", "DSK-412", "TMP-302",
          "MEM-501", "BRD-606", "SVC-951");

  private final PrintStream out = System.out;
  private final Set<String> shown = new HashSet<>();
  private Set<String> active = Set.of();
  private LinkStatus link = LinkStatus.OFF;

  private StormingDaemon() {}

  /**
   * Starts it.
   *
   * @param speed simulated seconds in a real one
   * @param storm whether things break by themselves
   */
  static Process start(Path folder, String broker, double speed, long seed, boolean storm)
      throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Dtinylog.level=off",
            "-cp",
            classPath,
            StormingDaemon.class.getName(),
            folder.toString(),
            broker,
            Double.toString(speed),
            Long.toString(seed),
            Boolean.toString(storm))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** With the arguments of {@link #start}. */
  public static void main(String[] arguments) throws Exception {
    new StormingDaemon()
        .run(
            Path.of(arguments[0]),
            arguments[1],
            Double.parseDouble(arguments[2]),
            new Random(Long.parseLong(arguments[3])),
            Boolean.parseBoolean(arguments[4]));
  }

  private void run(Path folder, String broker, double speed, Random random, boolean storm)
      throws Exception {
    DemoPanel panel = DemoPanel.of(PanelProfile.load("ili9341"));
    try (var clock = new SimulatedClock(speed);
        var board = panel.board(clock, random.nextLong());
        var daemon = Daemon.start(setup(board, panel, folder, broker))) {
      daemon.onChange(this::tell);
      if (storm) {
        Thread.ofPlatform().daemon().start(() -> storm(board, random));
      }
      for (int said = System.in.read(); said >= 0; said = System.in.read()) {
        if (said == '1' || said == '0') {
          board.apply(new PowerFailing(said == '1'));
        }
      }
    }
  }

  /** On the thread that has given the LCD that state. */
  private synchronized void tell(DeviceState state) {
    out.println("scan");
    for (Fault fault : state.active()) {
      String line = "shown " + fault.faultId() + " " + fault.rev();
      if (shown.add(line)) {
        out.println(line);
      }
    }
    Set<String> before = active;
    active = state.active().stream().map(Fault::faultId).collect(Collectors.toSet());
    before.stream().filter(id -> !active.contains(id)).forEach(id -> out.println("over " + id));
    if (!state.link().equals(link)) {
      link = state.link();
      if (link.phase() == LinkStatus.Phase.CONNECTED) {
        out.println("waiting " + link.outboxDepth());
      }
    }
    out.flush();
  }

  private static void storm(SimulatedBoard board, Random random) {
    try {
      while (true) {
        BoardChange change = BREAK.get(random.nextInt(BREAK.size()));
        board.apply(random.nextBoolean() ? change : new Repaired(change.component()));
        board.clock().sleep(Duration.ofMillis(random.nextInt(3_000)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static DaemonSetup setup(
      SimulatedBoard board, DemoPanel panel, Path folder, String broker) throws Exception {
    String toml =
        """
        [device]
        id = "kiosk-1"
        [broker]
        url = "%s"
        [watch]
        power-fail-line = "POWER_FAIL_N"
        power-fail-active-low = true
        """
                .formatted(broker)
            + AT_ONCE.stream()
                .map("[limits.%s]\non-delay = \"1s\"\n"::formatted)
                .collect(Collectors.joining());
    return new DaemonSetup(
        board,
        Optional.of(panel.port(board)),
        Optional.empty(),
        ConfigurationReader.parse("the storm's configuration", toml, "kiosk-1"),
        false,
        folder,
        Optional.empty(),
        ZoneId.of("UTC"),
        "0");
  }
}
