package io.panelwatch.hal.linux.network;

import static io.panelwatch.hal.linux.RecordedTree.components;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.hal.linux.RecordedTree;
import io.panelwatch.hal.linux.file.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetLinkSourceTest {

  private static final String CLASS = "sys/class/net/";
  private static final String HEADER =
      "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n";

  @TempDir Path folder;
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  private RecordedTree eth0() throws IOException {
    return tree.file(CLASS + "eth0/flags", "0x1003")
        .file(CLASS + "eth0/carrier", "1")
        .file(CLASS + "eth0/speed", "100")
        .file(CLASS + "eth0/carrier_changes", "7")
        .file(CLASS + "eth0/duplex", "full")
        .file(CLASS + "eth0/statistics/rx_errors", "3")
        .file(CLASS + "eth0/statistics/rx_packets", "70000")
        .file(CLASS + "eth0/statistics/tx_errors", "0")
        .file(CLASS + "eth0/statistics/tx_packets", "50000");
  }

  private Sample.NetLink only() throws IOException {
    return tree.netLinks().getFirst();
  }

  @Test
  void linkThatIsUpIsReadWhole() throws IOException {
    eth0().file("proc/net/route", HEADER + "eth0\t00000000\t010200C0\t0003\t0\t0\t0\t00000000");

    assertEquals(
        new Sample.NetLink(
            "eth0",
            folder + "/" + CLASS + "eth0",
            Measured.of(true),
            Measured.of(true),
            Measured.of(true),
            Measured.of(100),
            Measured.of(7),
            Measured.of(true),
            Measured.of(3),
            Measured.of(70_000),
            Measured.of(0),
            Measured.of(50_000),
            Measured.absent(),
            true),
        only());
  }

  @Test
  void attributesThatADriverDoesNotTellAreAbsent() throws IOException {
    tree.file(CLASS + "wlan0/flags", "0x1003").file(CLASS + "wlan0/duplex", "unknown");

    assertEquals(Measured.absent(), only().fullDuplex());
    assertEquals(Measured.absent(), only().rxErrors());
    assertEquals(Measured.absent(), only().carrierChanges());
  }

  @Test
  void halfDuplexIsTold() throws IOException {
    eth0().file(CLASS + "eth0/duplex", "half");

    assertTrue(only().fullDuplex().is(0));
  }

  @Test
  void expectedLinkIsListedWithItsSpeedEvenWhereItIsVirtual() throws IOException {
    eth0().file(CLASS + "br0/flags", "0x1003").folder(CLASS + "br0/bridge");

    List<Sample.NetLink> links =
        new NetLinkSource(new Tree(folder), Map.of("br0", 1000, "eth0", 0), new ManualClock())
            .read();

    assertEquals(List.of("br0", "eth0"), components(links));
    assertEquals(
        List.of(Measured.of(1000), Measured.of(0)),
        links.stream().map(Sample.NetLink::expectedMbps).toList());
  }

  @Test
  void flagsThatCouldNotBeRecordedAreNotKnownAndNoFailure() throws IOException {
    eth0().file(CLASS + "eth0/flags", "");

    assertEquals(Measured.notRecorded(), only().adminUp());
    assertTrue(only().carrier().is(1));
  }

  @Test
  void expectedInterfaceThatIsNotThereHasNoLink() throws IOException {
    eth0();

    List<Sample.NetLink> links =
        new NetLinkSource(new Tree(folder), Map.of("wwan0", 0), new ManualClock()).read();

    assertEquals(List.of("eth0", "wwan0"), components(links));
    assertTrue(links.getLast().carrier().is(0));
    assertEquals(Measured.absent(), links.getLast().adminUp());
  }

  @Test
  void virtualInterfacesOfARecordingWithPlainFoldersAreNoCables() throws IOException {
    eth0()
        .folder(CLASS + "docker0/bridge")
        .file(CLASS + "tun0/tun_flags", "0x1002")
        .file(CLASS + "eth0.7/uevent", "DEVTYPE=vlan\nINTERFACE=eth0.7")
        .file(CLASS + "veth12/ifindex", "12")
        .file(CLASS + "veth12/iflink", "13")
        .file(CLASS + "eth0/ifindex", "2")
        .file(CLASS + "eth0/iflink", "2");
    for (String name : List.of("docker0", "tun0", "eth0.7", "veth12")) {
      tree.file(CLASS + name + "/flags", "0x1003");
    }

    assertEquals(List.of("eth0"), components(tree.netLinks()));
  }

  @Test
  void socketsOfASwitchChipAreCables() throws IOException {
    eth0().file(CLASS + "lan1/uevent", "DEVTYPE=dsa\nINTERFACE=lan1").folder(CLASS + "wan/device");
    for (String name : List.of("lan1", "wan")) {
      tree.file(CLASS + name + "/flags", "0x1003")
          .file(CLASS + name + "/ifindex", "7")
          .file(CLASS + name + "/iflink", "2");
    }

    assertEquals(Set.of("eth0", "lan1", "wan"), Set.copyOf(components(tree.netLinks())));
  }

  @Test
  void interfaceThatComesLaterIsLookedAtToo() throws IOException {
    SensorSource source = eth0().source(SensorFamily.NET_LINKS);
    assertEquals(List.of("eth0"), components(source.read()));

    tree.file(CLASS + "docker0/flags", "0x1003").folder(CLASS + "docker0/bridge");
    tree.file(CLASS + "eth1/flags", "0x1003");

    assertEquals(List.of("eth0", "eth1"), components(source.read()));
  }

  @Test
  void carrierOfALinkThatIsSwitchedOffIsAbsent() throws IOException {
    eth0().file(CLASS + "eth0/flags", "0x1002");

    assertEquals(Measured.absent(), only().carrier());
    assertTrue(only().adminUp().is(0));
  }

  @Test
  void speedThatIsUnknownIsAbsent() throws IOException {
    for (String unknown : List.of("-1", "65535", "4294967295", "0")) {
      eth0().file(CLASS + "eth0/speed", unknown);

      assertEquals(Measured.absent(), only().speedMbps(), unknown);
    }
  }

  @Test
  void loopbackAndFilesAmongTheInterfacesAreNone() throws IOException {
    eth0().file(CLASS + "lo/flags", "0x9").file(CLASS + "bonding_masters", "bond0");

    assertEquals(List.of("eth0"), components(tree.netLinks()));
  }

  @Test
  void namesThatLookAlikeOnceCleanedAreStillTwo() throws IOException {
    tree.file(CLASS + "e\u00e91/flags", "0x1003").file(CLASS + "e\u00e81/flags", "0x1003");

    assertEquals(List.of("e?1", "e?1#2"), components(tree.netLinks()));
  }

  @Test
  void virtualInterfaceCountsOnlyAsABondOrWithADefaultRoute() throws IOException {
    for (String name : List.of("docker0", "wg0", "bond0")) {
      tree.file("sys/devices/virtual/net/" + name + "/flags", "0x1003")
          .link(CLASS + name, "../../devices/virtual/net/" + name);
    }
    tree.file("sys/devices/virtual/net/bond0/bonding/mode", "active-backup 1")
        .file("proc/net/route", HEADER + "wg0\t00000000\t00000000\t0001\t0\t0\t0\t00000000");

    assertEquals(List.of("bond0", "wg0"), components(tree.netLinks()));
  }

  @Test
  void defaultRouteOfIpv6Counts() throws IOException {
    String any = "0".repeat(32);
    eth0()
        .file(
            "proc/net/ipv6_route",
            String.join(
                "\n",
                any + " 00 " + any + " 00 fd" + "0".repeat(30) + " 00000400 2 0 00000003     eth0",
                any + " 00 " + any + " 00 " + any + " ffffffff 1 0 00200200       lo"));

    assertTrue(only().defaultRoute().is(1));
  }

  @Test
  void unreachableDefaultAndOtherRoutesAreNoDefaultRoute() throws IOException {
    eth0()
        .file(
            "proc/net/route",
            HEADER
                + "eth0\t00000000\t00000000\t0200\t0\t0\t0\t00000000\n"
                + "eth0\t00000000\t00000000\t0001\t0\t0\t0\t000000FF\n"
                + "eth0\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\n"
                + "eth0\t00000000\t00000000\twhat\t0\t0\t0\t00000000\nshort\n");

    assertTrue(only().defaultRoute().is(0));
  }

  @Test
  void routesThatWereNotRecordedAreUnknown() throws IOException {
    assertEquals(Measured.notRecorded(), eth0().netLinks().getFirst().defaultRoute());
  }

  @Test
  void emptyFilesOfCountersAreCountersThatWereNotKept() throws IOException {
    eth0()
        .file("sys/class/net/eth0/carrier_changes", new byte[0])
        .file("sys/class/net/eth0/statistics/rx_errors", new byte[0]);

    assertEquals(Measured.absent(), only().carrierChanges());
    assertEquals(Measured.absent(), only().rxErrors());
  }
}
