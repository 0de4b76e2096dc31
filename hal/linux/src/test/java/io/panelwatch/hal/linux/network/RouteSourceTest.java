package io.panelwatch.hal.linux.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.linux.RecordedTree;
import io.panelwatch.hal.linux.file.Tree;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteSourceTest {

  private static final String HEADER =
      "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n";
  private static final String DEFAULT = "eth0\t00000000\t010200C0\t0003\t0\t0\t0\t00000000\n";
  private static final String ANY = "0".repeat(32);

  @TempDir Path folder;
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  private Measured routes() throws IOException {
    return new RouteSource(new Tree(folder)).read().getFirst().defaultRoutes();
  }

  @Test
  void defaultRoutesOfBothProtocolsAreCountedTogether() throws IOException {
    tree.file("proc/net/route", HEADER + DEFAULT + DEFAULT.replace("eth0", "wwan0"))
        .file(
            "proc/net/ipv6_route",
            ANY + " 00 " + ANY + " 00 fd" + "0".repeat(30) + " 00000400 2 0 00000003     eth0");

    assertEquals(Measured.of(3), routes());
  }

  @Test
  void boardWithTablesAndNoDefaultRouteHasNone() throws IOException {
    tree.file("proc/net/route", HEADER + "eth0\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF");

    assertEquals(Measured.of(0), routes());
  }

  @Test
  void tableThatCouldNotBeRecordedSaysNothing() throws IOException {
    tree.file("proc/net/route", "").file("proc/net/ipv6_route", "");

    assertEquals(Measured.notRecorded(), routes());
  }

  @Test
  void boardThatOnlySpeaksIpv6HasItsRoute() throws IOException {
    tree.file("proc/net/ipv6_route", ANY + " 00 " + ANY + " 00 " + ANY + " 400 2 0 00000003 eth0");

    assertEquals(Measured.of(1), routes());
  }

  @Test
  void recordingWithoutTablesSaysNothingAboutRoutes() throws IOException {
    assertEquals(Measured.notRecorded(), routes());
  }
}
