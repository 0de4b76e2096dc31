package io.panelwatch.agent.probe;

import static io.panelwatch.agent.probe.BoardTree.ETH0;
import static io.panelwatch.agent.probe.BoardTree.ROUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.hal.WatchList;
import io.panelwatch.hal.linux.LinuxBoard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Links that are not listed any more: which of them is missed, and until when, and that the others
 * take their faults with them.
 */
final class LinkMissingTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String NET = "sys/class/net/";
  private static final List<String> MISSED = List.of("CONFIRMED NET-801 eth0");
  private static final List<String> FAULTS_OF_ETH1 =
      List.of("CONFIRMED NET-801 eth1", "CONFIRMED NET-802 eth1", "CONFIRMED NET-803 eth1");
  private static final Duration FLAPPING_IS_OVER = Duration.ofMinutes(30);

  @TempDir private Path root;
  private BoardTree tree;
  private LinuxBoard board;
  private Story story;

  @BeforeEach
  void healthyBoard() {
    tree = BoardTree.healthy(root);
    board = LinuxBoard.of(root, WatchList.NONE);
    story = new Story(board, Limits.defaults(Catalogue.load()));
  }

  @AfterEach
  void closeBoard() {
    story.close();
    board.close();
  }

  @Test
  void hardwareThatWasTheWayOutIsMissedUntilItIsBack() throws Exception {
    story.sample();
    loseEth0();
    pass(story);
    assertEquals(MISSED, ofLinks(story));

    tree.file(ETH0 + "flags", "0x1003").file(ETH0 + "carrier", "1");
    leadOutThrough("eth0");
    pass(story);
    assertEquals(List.of(), ofLinks(story));
  }

  @Test
  void missingLinkIsStillMissedAfterARestartUntilAnotherOneLeadsOut() throws Exception {
    story.sample();
    loseEth0();
    pass(story);

    try (var again = new Story(board, Limits.defaults(Catalogue.load())).resume(story)) {
      again.sample();
      pass(again);
      assertEquals(MISSED, ofLinks(again));

      hardware("wwan0");
      leadOutThrough("wwan0");
      pass(again);
      assertEquals(List.of(), ofLinks(again));
    }
  }

  @Test
  void phoneThatIsUnpluggedIsNotMissedWhileOrAfterAnotherLinkLedOut() throws Exception {
    hardware("usb0");
    tree.file("proc/net/route", ROUTES + "\n" + through("eth0") + "\n" + through("usb0"));
    story.sample();
    tree.delete(NET + "usb0");
    leadOutThrough("eth0");
    pass(story);
    assertEquals(List.of(), ofLinks(story));

    tree.file(ETH0 + "carrier", "0").file("proc/net/route", ROUTES);
    pass(story);
    assertEquals(MISSED, ofLinks(story));
  }

  @Test
  void linkThatLedNowhereAndATunnelThatDidAreNotMissed() throws Exception {
    hardware("eth1");
    hardware("tun0");
    tree.file(NET + "tun0/tun_flags", "0x1001");
    leadOutThrough("tun0");
    story.sample();

    tree.delete(NET + "eth1").delete(NET + "tun0").file("proc/net/route", ROUTES);
    pass(story);

    assertEquals(List.of(), ofLinks(story));
  }

  @Test
  void adapterThatIsPulledOutTakesItsFaultsWithIt() throws Exception {
    adapterInTrouble();
    assertEquals(FAULTS_OF_ETH1, story.told());

    tree.delete(NET + "eth1");
    pass(story);
    assertEquals(List.of("CONFIRMED NET-802 eth1"), story.told());
    story.after(FLAPPING_IS_OVER);
    assertEquals(List.of(), story.told());
  }

  @Test
  void adapterThatWasPulledOutWhileNobodyLookedTakesItsFaultsWithIt() throws Exception {
    adapterInTrouble();
    tree.delete(NET + "eth1");

    try (var again = new Story(board, Limits.defaults(Catalogue.load())).resume(story)) {
      again.sample();
      assertEquals(FAULTS_OF_ETH1, again.told());
      again.after(FLAPPING_IS_OVER);
      assertEquals(List.of(), again.told());
    }
  }

  @Test
  void tunnelThatIsClosedIsNoLongerDown() throws Exception {
    openTunnelThatIsDown();

    tree.delete(NET + "tun0").file("proc/net/route", ROUTES);
    pass(story);
    assertEquals(List.of(), ofLinks(story));
  }

  @Test
  void tunnelIsNotClosedBecauseTheRoutesCannotBeRead() throws Exception {
    openTunnelThatIsDown();

    tree.delete("proc/net/route").folder("proc/net/route");
    pass(story);
    assertEquals(List.of("CONFIRMED NET-801 tun0"), ofLinks(story));
  }

  @Test
  void bridgeWhoseCableIsOutStaysDownWhenItsLeaseEnds() throws Exception {
    hardware("br0");
    tree.file(NET + "br0/bridge/stp_state", "0");
    leadOutThrough("br0");
    story.sample();
    tree.file(NET + "br0/carrier", "0");
    pass(story);
    assertEquals(List.of("CONFIRMED NET-801 br0"), ofLinks(story));

    tree.file("proc/net/route", ROUTES);
    pass(story);
    assertEquals(List.of("CONFIRMED NET-801 br0"), ofLinks(story));
  }

  @Test
  void wayOutIsNotMissedWhereNobodyKnowsWhetherThereIsAnother() throws Exception {
    story.sample();
    loseEth0();
    tree.delete("proc/net/route").folder("proc/net/route");
    pass(story);

    assertEquals(List.of(), ofLinks(story));
  }

  @Test
  void hardwareThatWasDownAndIsGoneAfterARestartIsStillMissed() throws Exception {
    story.sample();
    tree.file(ETH0 + "carrier", "0").file("proc/net/route", ROUTES);
    pass(story);
    assertEquals(MISSED, ofLinks(story));
    loseEth0();

    try (var again = new Story(board, Limits.defaults(Catalogue.load())).resume(story)) {
      again.sample();
      pass(again);
      assertEquals(MISSED, ofLinks(again));
    }
  }

  /** Its cable is bad, and then out. */
  private void adapterInTrouble() throws InterruptedException {
    hardware("eth1");
    tree.file(NET + "eth1/speed", "1000").file(NET + "eth1/carrier_changes", "2");
    story.sample();
    tree.file(NET + "eth1/speed", "100").file(NET + "eth1/carrier_changes", "20");
    pass(story);
    tree.file(NET + "eth1/carrier", "0");
    pass(story);
  }

  private void openTunnelThatIsDown() throws InterruptedException {
    hardware("tun0");
    tree.file(NET + "tun0/tun_flags", "0x1001");
    leadOutThrough("tun0");
    story.sample();
    tree.file(NET + "tun0/carrier", "0");
    pass(story);
    assertEquals(List.of("CONFIRMED NET-801 tun0"), ofLinks(story));
  }

  private void loseEth0() {
    tree.delete("sys/class/net/eth0").file("proc/net/route", ROUTES);
  }

  private void hardware(String link) {
    tree.file(NET + link + "/flags", "0x1003").file(NET + link + "/carrier", "1");
  }

  private void leadOutThrough(String link) {
    tree.file("proc/net/route", ROUTES + "\n" + through(link));
  }

  private static String through(String link) {
    return BoardTree.DEFAULT_ROUTE.replace("eth0", link);
  }

  /** Longer than any delay of a link's fault. */
  private static void pass(Story story) throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      story.after(MINUTE);
    }
  }

  private static List<String> ofLinks(Story story) {
    return story.told().stream().filter(told -> told.contains("NET-801")).toList();
  }
}
