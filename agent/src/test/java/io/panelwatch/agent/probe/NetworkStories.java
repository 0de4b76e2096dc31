package io.panelwatch.agent.probe;

import static io.panelwatch.agent.probe.BoardTree.DEFAULT_ROUTE;
import static io.panelwatch.agent.probe.BoardTree.ETH0;
import static io.panelwatch.agent.probe.BoardTree.ROUTES;

import java.time.Duration;
import java.util.List;

/** How a board loses its links, its way out, its services and what is plugged into it. */
final class NetworkStories {

  private static final String UNIT = "sys/fs/cgroup/system.slice/kiosk.service/cgroup.events";

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
              "SVC-951",
              "kiosk.service",
              tree ->
                  tree.file(UNIT, "populated 0").file("run/panelwatch/failed/kiosk.service", ""),
              tree -> tree.file(UNIT, "populated 1")),
          CodeStory.ofFile(
              "BRD-606", "1a86:7523", "sys/bus/usb/devices/1-1.4/idProduct", "0000", "7523"));

  private NetworkStories() {}

  private static void oneInFiftyIsDamaged(BoardTree tree, int sample) {
    tree.file(ETH0 + "statistics/rx_packets", String.valueOf(70_000 + 9_800 * (sample + 1)))
        .file(ETH0 + "statistics/rx_errors", String.valueOf(3 + 200 * (sample + 1)));
  }

  private static void goodTraffic(BoardTree tree) {
    tree.file(ETH0 + "statistics/rx_packets", "500000");
  }
}
