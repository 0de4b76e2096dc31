package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.NetRoute;
import io.panelwatch.hal.Sample;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A stopped fan makes the processor hot: one visit, not two. */
final class SuppressionTest {

  private final Bench bench = new Bench();

  @Test
  void heatUnderAStoppedFanIsRaisedAsItsSymptom() {
    bench.fan("fan1", 0).soc(60).scan().seconds(30).soc(80).seconds(61);

    assertEquals(List.of("RAISED FAN-201 fan1", "RAISED TMP-301 soc"), bench.story());
    assertEquals(
        Optional.of(bench.active("FAN-201").faultId()), bench.active("TMP-301").suppressedBy());
    assertEquals(Optional.empty(), bench.active("FAN-201").suppressedBy());
  }

  @Test
  void heatAloneIsNoSymptom() {
    bench.fan("fan1", 1200).soc(80).scan().seconds(60);

    assertEquals(Optional.empty(), bench.active("TMP-301").suppressedBy());
  }

  @Test
  void heatThatOutlastsTheStoppedFanIsToldAgainOnItsOwn() {
    bench.fan("fan1", 0).soc(80).scan().seconds(60);
    String heat = bench.active("TMP-301").faultId();

    bench.fan("fan1", 1200).seconds(61);

    assertEquals(
        List.of(
            "RAISED FAN-201 fan1",
            "RAISED TMP-301 soc",
            "CLEARED FAN-201 fan1",
            "UPDATED TMP-301 soc"),
        bench.story());
    Fault updated = bench.lastTold().orElseThrow().fault();
    assertEquals(heat, updated.faultId());
    assertEquals(2, updated.rev());
    assertEquals(Optional.empty(), updated.suppressedBy());
    assertEquals(80, updated.limit().value().orElseThrow(), "of first sight");
  }

  @Test
  void fanThatStopsUnderAnOldHeatBecomesItsCause() {
    bench.fan("fan1", 1200).soc(80).scan().seconds(60).fan("fan1", 0).seconds(31);

    assertEquals(
        List.of("RAISED TMP-301 soc", "RAISED FAN-201 fan1", "UPDATED TMP-301 soc"), bench.story());
    assertEquals(
        Optional.of(bench.active("FAN-201").faultId()), bench.active("TMP-301").suppressedBy());
  }

  @Test
  void linkThatGoesDownWithTheMainsIsItsSymptom() {
    bench.mains(true).link(true).scan().mains(false).link(false).seconds(31);

    assertEquals(List.of("RAISED PWR-103 AC", "RAISED NET-801 eth0"), bench.story());
    assertEquals(
        Optional.of(bench.active("PWR-103").faultId()), bench.active("NET-801").suppressedBy());
  }

  @Test
  void linkThatNeverLedOutExplainsNothing() {
    bench.part(link("eth0", true, true)).part(link("eth1", true, false)).part(routes(1)).scan();

    bench.part(link("eth1", false, false)).part(routes(0)).seconds(200);
    assertEquals(List.of("RAISED NET-801 eth1", "RAISED NET-805 uplink"), bench.story());
    assertEquals(Optional.empty(), bench.active("NET-805").suppressedBy());

    bench.part(link("eth0", false, false)).seconds(31);
    assertEquals("UPDATED NET-805 uplink", bench.story().getLast());
    assertTrue(bench.active("NET-805").suppressedBy().isPresent(), "eth0 led out");
  }

  private static Sample link(String name, boolean carrier, boolean leadsOut) {
    Measured none = Measured.absent();
    return new Sample.NetLink(
        name,
        "/net/" + name,
        Measured.of(carrier),
        Measured.of(true),
        Measured.of(leadsOut),
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        true);
  }

  private static Sample routes(int count) {
    return new NetRoute("routes", "/proc/net/route", Measured.of((double) count));
  }

  @Test
  void criticalHeatIsNeverAMereSymptom() {
    bench.fan("fan1", 0).soc(60).scan().seconds(30).soc(82).seconds(61);

    assertEquals(Optional.empty(), bench.active("TMP-302").suppressedBy());
    assertEquals(
        Optional.of(bench.active("FAN-201").faultId()), bench.active("TMP-301").suppressedBy());
  }

  @Test
  void secondStoppedFanDoesNotTakeTheSymptomOver() {
    bench.fan("fan1", 1200).fan("fan2", 0).soc(80).scan().seconds(60);
    Optional<String> cause = bench.active("TMP-301").suppressedBy();

    bench.fan("fan1", 0).seconds(40);

    assertEquals(cause, bench.active("TMP-301").suppressedBy());
    assertEquals("RAISED FAN-201 fan1", bench.story().getLast());
  }

  @Test
  void secondStoppedFanKeepsTheSymptomWhenTheFirstTurnsAgain() {
    bench.fan("fan1", 0).soc(80).scan().seconds(60).fan("fan2", 0).seconds(40);
    bench.fan("fan1", 1200).seconds(61);

    assertEquals(
        Optional.of(bench.active("FAN-201").faultId()), bench.active("TMP-301").suppressedBy());
    assertEquals("fan2", bench.active("FAN-201").component());
  }
}
