package io.panelwatch.agent.probe;

import static io.panelwatch.agent.probe.BoardTree.DEFAULT_ROUTE;
import static io.panelwatch.agent.probe.BoardTree.ETH0;
import static io.panelwatch.agent.probe.BoardTree.ROUTES;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** How a board loses its links, its way out, its services and what is plugged into it. */
final class NetworkStories {

  /** What the link proves its name with, below the root. */
  static final String CERTIFICATE = "etc/panelwatch/client.pem";

  private static final Instant MARCH = Instant.parse("2026-03-01T08:00:00Z");
  private static final Instant MID_MARCH = Instant.parse("2026-03-15T08:00:00Z");
  private static final Duration UPTIME = Duration.ofHours(25);
  private static final int SYNCHRONISED = 0x0001; // STA_PLL
  private static final int UNSYNCHRONISED = 0x0040; // STA_UNSYNC

  private static final String UNIT = "sys/fs/cgroup/system.slice/kiosk.service/cgroup.events";

  private static final String HOUSING = "sys/class/hwmon/hwmon1/intrusion0_alarm";

  static final List<CodeStory> ALL =
      List.of(
          CodeStory.ofFile("NET-801", "eth0", ETH0 + "carrier", "0", "1"),
          CodeStory.ofFile("NET-802", "eth0", ETH0 + "carrier_changes", "9", "9")
              .lingering(Duration.ofMinutes(10)),
          CodeStory.ofFile("NET-803", "eth0", ETH0 + "speed", "100", "1000"),
          CodeStory.counted(
                  "NET-804", "eth0", NetworkStories::oneInFiftyIsDamaged, tree -> goodTraffic(tree))
              .lingering(Duration.ofMinutes(5)),
          CodeStory.ofFile(
              "NET-805", "uplink", "proc/net/route", ROUTES, ROUTES + "\n" + DEFAULT_ROUTE),
          CodeStory.of(
                  "NET-806",
                  "client",
                  tree -> clock(tree, SYNCHRONISED, MID_MARCH),
                  tree -> tree.bytes(CERTIFICATE, pem("ends-in-2035.pem")))
              .on(tree -> clock(tree, SYNCHRONISED, MARCH)),
          CodeStory.of(
                  "CLK-901",
                  "clock",
                  tree -> clock(tree, UNSYNCHRONISED, MARCH),
                  tree -> clock(tree, SYNCHRONISED, MARCH))
              .on(tree -> clock(tree, SYNCHRONISED, MARCH)),
          CodeStory.of(
                  "CLK-902",
                  "clock",
                  tree -> clock(tree, SYNCHRONISED, MARCH.minusSeconds(2)),
                  tree -> {})
              .on(tree -> clock(tree, SYNCHRONISED, MARCH)),
          CodeStory.of(
              "SVC-951",
              "kiosk.service",
              tree ->
                  tree.file(UNIT, "populated 0").file("run/panelwatch/failed/kiosk.service", ""),
              tree -> tree.file(UNIT, "populated 1")),
          CodeStory.ofFile("BRD-605", "adt7475-intrusion0", HOUSING, "1", "0")
              .on(tree -> tree.file(HOUSING, "0")),
          CodeStory.ofFile(
              "BRD-606", "1a86:7523", "sys/bus/usb/devices/1-1.4/idProduct", "0000", "7523"));

  private NetworkStories() {}

  /** What the kernel was asked of its clocks when the board was recorded. */
  private static void clock(BoardTree tree, int status, Instant wall) {
    tree.file(
        "run/panelwatch/calls.json",
        "{\"adjtimex\":{\"status\":%d},\"clock\":{\"wallOffsetMillis\":%d}}"
            .formatted(status, wall.minus(UPTIME).toEpochMilli()));
  }

  /** A certificate of the tests, made with openssl ca; nobody has its key. */
  static byte[] pem(String name) {
    try (InputStream stream = NetworkStories.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(stream, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static void oneInFiftyIsDamaged(BoardTree tree, int sample) {
    tree.file(ETH0 + "statistics/rx_packets", String.valueOf(70_000 + 9_800 * (sample + 1)))
        .file(ETH0 + "statistics/rx_errors", String.valueOf(3 + 200 * (sample + 1)));
  }

  private static void goodTraffic(BoardTree tree) {
    tree.file(ETH0 + "statistics/rx_packets", "500000");
  }
}
