package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Fault;
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
