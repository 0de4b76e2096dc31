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

  /** Its end is at the same hour. */
  private static final String APRIL = "ends-on-1-april-2026.pem";

  private static final String RENEWED = "ends-in-2035.pem";
  private static final Instant END = Instant.parse("2026-04-01T08:00:00Z");
  private static final Instant LAST_MONTH = END.minus(Duration.ofDays(30));
  private static final Instant LAST_WEEK = END.minus(Duration.ofDays(7));

  private static final Duration UPTIME = Duration.ofHours(25);
  private static final int SYNCHRONISED = 0x0001; // STA_PLL
  private static final int UNSYNCHRONISED = 0x0040; // STA_UNSYNC

  private static final String UNIT = "sys/fs/cgroup/system.slice/kiosk.service/cgroup.events";

  private static final String HOUSING = "sys/class/hwmon/hwmon1/intrusion0_alarm";

  static final List<CodeStory> ALL =
      List.of(
          CodeStory.ofFile("NET-801", "eth0", ETH0 + "carrier", "0", "1"),
          CodeStory.ofFile("NET-802", "eth0", ETH0 + "carrier_changes", "9", "23")
              .justInside("8")
              .goingOn((tree, sample) -> tree.file(ETH0 + "carrier_changes", 16 + 7 * sample + ""))
              .countedWithin(Duration.ofMinutes(10)),
          CodeStory.ofFile("NET-803", "eth0", ETH0 + "speed", "100", "1000"),
          CodeStory.counted(
                  "NET-804", "eth0", NetworkStories::damaged, tree -> traffic(tree, 69_091, 733))
              .justInside(tree -> traffic(tree, 9_900, 100))
              .goingOn(NetworkStories::seldomDamaged)
              .countedWithin(Duration.ofMinutes(5)),
          CodeStory.ofFile(
              "NET-805", "uplink", "proc/net/route", ROUTES, ROUTES + "\n" + DEFAULT_ROUTE),
          CodeStory.of(
                  "NET-806",
                  "client",
                  tree -> clock(tree, SYNCHRONISED, LAST_MONTH).bytes(CERTIFICATE, pem(APRIL)),
                  tree -> tree.bytes(CERTIFICATE, pem(RENEWED)))
              .on(tree -> clock(tree, SYNCHRONISED, LAST_MONTH.minusSeconds(2)))
              .justInside(tree -> clock(tree, SYNCHRONISED, LAST_MONTH.minusSeconds(1))),
          CodeStory.of(
                  "NET-806",
                  "client",
                  tree -> clock(tree, SYNCHRONISED, LAST_WEEK).bytes(CERTIFICATE, pem(APRIL)),
                  tree -> clock(tree, SYNCHRONISED, LAST_WEEK.minusSeconds(1)))
              .atLevel(2)
              .on(
                  tree ->
                      clock(tree, SYNCHRONISED, LAST_WEEK.minusSeconds(1))
                          .bytes(CERTIFICATE, pem(RENEWED)))
              .justInside(tree -> tree.bytes(CERTIFICATE, pem(APRIL)))
              .leaving(
                  List.of("CONFIRMED NET-806 client MINOR"),
                  tree -> tree.bytes(CERTIFICATE, pem(RENEWED))),
          CodeStory.of(
                  "CLK-901",
                  "clock",
                  tree -> clock(tree, UNSYNCHRONISED, MARCH),
                  tree -> clock(tree, SYNCHRONISED, MARCH))
              .on(tree -> clock(tree, SYNCHRONISED, MARCH)),
          CodeStory.of(
                  "CLK-902",
                  "clock",
                  tree -> clock(tree, SYNCHRONISED, MARCH.minusMillis(2)),
                  tree -> {})
              .on(tree -> clock(tree, SYNCHRONISED, MARCH))
              .justInside(tree -> clock(tree, SYNCHRONISED, MARCH.plusMillis(2000))),
          CodeStory.of(
              "SVC-951",
              "kiosk.service",
              tree ->
                  tree.file(UNIT, "populated 0").file("run/panelwatch/failed/kiosk.service", ""),
              tree -> tree.delete("run/panelwatch/failed/kiosk.service")),
          CodeStory.ofFile("BRD-605", "adt7475-intrusion0", HOUSING, "1", "0")
              .on(tree -> tree.file(HOUSING, "0")),
          CodeStory.ofFile(
              "BRD-606", "1a86:7523", "sys/bus/usb/devices/1-1.4/idProduct", "0000", "7523"));

  private NetworkStories() {}

  /** What the kernel was asked of its clocks when the board was recorded. */
  private static BoardTree clock(BoardTree tree, int status, Instant wall) {
    return tree.file(
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

  /** One in fifty; the first two of them only fill up what was just inside. */
  private static void damaged(BoardTree tree, int sample) {
    traffic(tree, 9_901 + 9_800 * sample, 101 + 200 * sample);
  }

  /** After four samples of that, eleven in ten thousand. */
  private static void seldomDamaged(BoardTree tree, int sample) {
    traffic(tree, 39_301 + 9_900 * (sample + 1), 701 + 11 * (sample + 1));
  }

  /** What was received since the board was healthy. */
  private static void traffic(BoardTree tree, int whole, int damaged) {
    tree.file(ETH0 + "statistics/rx_packets", String.valueOf(70_000 + whole))
        .file(ETH0 + "statistics/rx_errors", String.valueOf(3 + damaged));
  }
}
