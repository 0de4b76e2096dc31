package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.FreezeFrame;
import io.panelwatch.agent.fault.LimitOverride;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.hal.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LifecycleTest {

  private static final Measured SILENT = new Measured.Failed(5, "read", "/hwmon/fan1");

  private final Bench bench = new Bench();

  @Test
  void fanThatStopsWhileCommandedRaisesFan201AfterItsOnDelay() {
    bench.fan("fan1", 1200).scan();

    bench.fan("fan1", 0).seconds(1);
    assertEquals(List.of("FAN-201 fan1 in 30s"), bench.pending());

    bench.seconds(29);
    assertEquals(List.of("FAN-201 fan1 in 1s"), bench.pending());
    assertEquals(List.of(), bench.story(), "a pending fault is not told");
    assertEquals(List.of(), bench.last.active());

    bench.seconds(1);
    assertEquals(List.of("RAISED FAN-201 fan1"), bench.story());
    assertEquals(List.of(), bench.pending());
  }

  @Test
  void fanThatTurnsAgainIsClearedAfterItsOffDelay() {
    bench.fan("fan1", 0).scan().seconds(30);
    String faultId = bench.active("FAN-201").faultId();

    bench.fan("fan1", 1200).seconds(60);
    assertEquals(1, bench.last.active().size(), "59 s after the first good scan");
    assertEquals(List.of("RAISED FAN-201 fan1"), bench.story());

    bench.seconds(1);
    assertEquals(List.of("RAISED FAN-201 fan1", "CLEARED FAN-201 fan1"), bench.story());
    Fault cleared = bench.lastTold().orElseThrow().fault();
    assertEquals(faultId, cleared.faultId());
    assertEquals(2, cleared.rev());
    assertFalse(cleared.active());
    assertEquals(Optional.of(bench.clock.wall()), cleared.cleared());
    assertEquals(List.of(), bench.last.active());
  }

  @Test
  void conditionThatGoesAwayWithinItsOnDelayIsNeverTold() {
    bench.fan("fan1", 1200).scan().fan("fan1", 0).seconds(29).fan("fan1", 1200).seconds(100);

    assertEquals(List.of(), bench.story());
    assertEquals(List.of(), bench.pending());
  }

  @Test
  void conditionThatComesBackStartsItsOnDelayAnew() {
    bench.fan("fan1", 0).seconds(29).fan("fan1", 1200).seconds(1).fan("fan1", 0).seconds(30);

    assertEquals(List.of("FAN-201 fan1 in 1s"), bench.pending());
  }

  @Test
  void conditionThatComesBackWithinTheOffDelayIsTheSameEpisode() {
    bench.fan("fan1", 0).scan().seconds(30);
    bench.fan("fan1", 1200).seconds(59).fan("fan1", 0).seconds(1).fan("fan1", 1200).seconds(60);
    assertEquals(List.of("RAISED FAN-201 fan1"), bench.story());

    bench.seconds(1);
    assertEquals("CLEARED FAN-201 fan1", bench.story().getLast());
  }

  @Test
  void sameFanFailingAgainIsANewEpisodeWithAHigherOccurrence() {
    bench.fan("fan1", 0).scan().seconds(30).fan("fan1", 1200).seconds(61);
    bench.fan("fan1", 0).seconds(31);

    List<Fault> raised =
        bench.told.stream()
            .filter(t -> t.kind() == FaultTransition.Kind.RAISED)
            .map(FaultTransition::fault)
            .toList();
    assertEquals(2, raised.size());
    assertNotEquals(raised.get(0).faultId(), raised.get(1).faultId());
    assertEquals(List.of(1, 2), raised.stream().map(fault -> fault.occurrence().total()).toList());
  }

  @Test
  void fansFailIndependently() {
    bench.fan("fan1", 0).fan("fan2", 1200).scan().seconds(10).fan("fan2", 0).seconds(20);
    assertEquals(List.of("RAISED FAN-201 fan1"), bench.story());
    assertEquals(List.of("FAN-201 fan2 in 11s"), bench.pending());
  }

  @Test
  void faultTellsWhatWasKnownAtFirstSightAndInTheMinuteBefore() {
    bench.fan("fan1", 1500).scan();
    bench.seconds(30).fan("fan1", 1100).seconds(50);
    Instant first = bench.clock.wall().plusSeconds(1);
    bench.fan("fan1", 0).seconds(1).fan("fan1", 0).seconds(30);

    Fault fault = bench.active("FAN-201");
    assertEquals(first, fault.first());
    assertEquals(first.plusSeconds(30), fault.last());
    assertEquals(82, fault.uptimeSeconds(), "of first sight");
    assertEquals("boot-7", fault.bootId());
    assertEquals(0, fault.limit().value().orElseThrow());
    assertEquals(Duration.ofSeconds(30), fault.limit().onDelay());
    FreezeFrame frame = fault.freezeFrame();
    assertEquals(
        List.of(1500.0, 1100.0),
        frame.before().stream()
            .filter(before -> before.reading().quantity() == Quantity.FAN_RPM)
            .map(before -> before.reading().value().orElseThrow())
            .toList());
    assertTrue(frame.before().stream().allMatch(b -> !b.wall().isBefore(first.minusSeconds(61))));
    assertTrue(frame.raw().stream().anyMatch(r -> r.quantity() == Quantity.FAN_MIN_RPM));
  }

  @Test
  void stampOfAnUntrustedClockSaysSo() {
    bench.clock.trustWall(false);
    bench.fan("fan1", 0).scan();
    bench.clock.trustWall(true);
    bench.seconds(30);

    assertFalse(bench.active("FAN-201").clockTrusted(), "first sight was not trusted");
  }

  @Test
  void steppedWallClockMovesNoDelay() {
    bench.fan("fan1", 0).scan().seconds(10);
    bench.clock.stepWall(Duration.ofHours(5));
    bench.seconds(19);
    assertEquals(List.of(), bench.story());
    bench.clock.stepWall(Duration.ofHours(-9));
    bench.seconds(1);
    assertEquals(List.of("RAISED FAN-201 fan1"), bench.story());
  }

  @Test
  void undervoltageThatFlickersIsPendingBetweenItsSightingsAndAFaultAtTheThird() {
    bench.undervoltage(true).scan().undervoltage(false).seconds(60);
    assertEquals(List.of("PWR-101 pi in 10s"), bench.pending());
    bench.undervoltage(true).seconds(1).undervoltage(false).seconds(60);
    assertEquals(List.of(), bench.story());

    bench.undervoltage(true).seconds(1);
    assertEquals(List.of("RAISED PWR-101 pi"), bench.story());
  }

  @Test
  void sensorThatFallsSilentNeitherConfirmsNorForgetsWhatIsPending() {
    Bench bench = Bench.only("FAN-201");
    bench.fan("fan1", 0).scan().seconds(10).fan("fan1", SILENT).seconds(29);
    assertEquals(List.of(), bench.story());
    assertEquals(List.of("FAN-201 fan1 in 0s"), bench.pending());

    bench.fan("fan1", 0).seconds(1);
    assertEquals(List.of("RAISED FAN-201 fan1"), bench.story());
  }

  @Test
  void whatWasNotSeenForAWholeOnDelayBeginsItsCountdownAnew() {
    Bench bench = Bench.only("FAN-201");
    bench.fan("fan1", 0).scan().seconds(10).fan("fan1", SILENT).seconds(30);

    bench.fan("fan1", 0).seconds(1);
    assertEquals(List.of("FAN-201 fan1 in 30s"), bench.pending());
    bench.seconds(30);
    assertEquals(List.of("RAISED FAN-201 fan1"), bench.story());
  }

  @Test
  void sensorThatFallsSilentDoesNotClearAFault() {
    Bench bench = Bench.only("FAN-201");
    bench.fan("fan1", 0).scan().seconds(30).fan("fan1", SILENT).seconds(1000);
    assertEquals(List.of("RAISED FAN-201 fan1"), bench.story());

    bench.fan("fan1", 1200).seconds(30).fan("fan1", SILENT).seconds(1);
    bench.fan("fan1", 1200).seconds(60);
    assertEquals(1, bench.last.active().size(), "the off-delay began anew");
    bench.seconds(1);
    assertEquals(List.of(), bench.last.active());
  }

  @Test
  void temperatureBetweenItsLimitsEndsNoFault() {
    bench.soc(75).scan().seconds(60);
    assertEquals(List.of("RAISED TMP-301 soc"), bench.story());

    bench.soc(70.1).seconds(500);
    assertEquals(1, bench.last.active().size());

    bench.soc(70).seconds(120);
    assertEquals(1, bench.last.active().size(), "off-delay is twice the on-delay");
    bench.seconds(1);
    assertEquals(List.of("RAISED TMP-301 soc", "CLEARED TMP-301 soc"), bench.story());
  }

  @Test
  void temperatureBetweenItsLimitsBeginsNoFault() {
    bench.soc(76).scan().seconds(1).soc(74.9).seconds(200);

    assertEquals(List.of(), bench.story());
    assertEquals(List.of(), bench.pending());
  }

  @Test
  void mainsThatFailsAndComesBackIsToldAfterFiveAndSixtySeconds() {
    bench.mains(true).scan().mains(false).seconds(5);
    assertEquals(List.of("PWR-103 AC in 1s"), bench.pending());
    bench.seconds(1);
    assertEquals(List.of("RAISED PWR-103 AC"), bench.story());

    bench.mains(true).seconds(60);
    assertEquals(1, bench.last.active().size());
    bench.seconds(1);
    assertEquals("CLEARED PWR-103 AC", bench.story().getLast());
  }

  @Test
  void diskThatFillsFurtherIsTheSameEpisodeMadeMajor() {
    bench.disk("data", 92).scan().seconds(60);
    Fault minor = bench.active("DSK-401");
    assertEquals(Severity.MINOR, minor.severity());

    bench.disk("data", 98).seconds(60);
    assertEquals(Severity.MINOR, bench.active("DSK-401").severity());
    bench.seconds(1);

    Fault major = bench.active("DSK-401");
    assertEquals(List.of("RAISED DSK-401 data", "UPDATED DSK-401 data"), bench.story());
    assertEquals(Severity.MAJOR, major.severity());
    assertEquals(minor.faultId(), major.faultId());
    assertEquals(2, major.rev());
    assertEquals(98, major.limit().raise().orElseThrow());
    assertEquals(98, major.limit().value().orElseThrow());
    assertEquals(90, major.limit().clear().orElseThrow());
  }

  @Test
  void diskThatIsFullAtOnceIsRaisedAsMajor() {
    bench.disk("data", 99).scan();
    assertEquals(Severity.MAJOR, bench.last.pending().getFirst().severity());
    bench.seconds(60);

    assertEquals(List.of("RAISED DSK-401 data"), bench.story());
    assertEquals(Severity.MAJOR, bench.active("DSK-401").severity());
  }

  @Test
  void diskThatIsPartlyEmptiedIsMinorAgain() {
    bench.disk("data", 99).scan().seconds(60).disk("data", 90).seconds(121);
    assertEquals(Severity.MINOR, bench.active("DSK-401").severity());

    bench.disk("data", 85).seconds(500);
    assertEquals("UPDATED DSK-401 data", bench.story().getLast());
    bench.disk("data", 80).seconds(121);
    assertEquals("CLEARED DSK-401 data", bench.story().getLast());
  }

  @Test
  void diskThatIsEmptiedWholeIsClearedWithoutADetour() {
    bench.disk("data", 99).scan().seconds(60).disk("data", 10).seconds(121);

    assertEquals(List.of("RAISED DSK-401 data", "CLEARED DSK-401 data"), bench.story());
  }

  @Test
  void fileSystemThatIsUnmountedIsNoLongerFull() {
    bench.disk("data", 99).scan().seconds(60).without("data").seconds(121);

    assertEquals(List.of("RAISED DSK-401 data", "CLEARED DSK-401 data"), bench.story());
  }

  @Test
  void fanThatVanishesStaysAFault() {
    bench.fan("fan1", 0).scan().seconds(30).without("fan1").seconds(500);

    assertEquals(List.of("RAISED FAN-201 fan1", "RAISED FAN-204 fan1"), bench.story());
  }

  @Test
  void codeThatIsSwitchedOffIsNeverRaised() {
    Bench quiet = new Bench(Map.of(scope("FAN-201"), enabled(false)));

    quiet.fan("fan1", 0).scan().seconds(100);

    assertEquals(List.of(), quiet.story());
    assertEquals(List.of(), quiet.pending());
  }

  @Test
  void delayOfZeroConfirmsAtFirstSight() {
    var now =
        new LimitOverride(
            List.of(),
            List.of(),
            Optional.of(Duration.ZERO),
            Optional.of(Duration.ZERO),
            Optional.empty(),
            Optional.empty());
    Bench hasty = new Bench(Map.of(scope("FAN-201"), now));

    hasty.fan("fan1", 0).scan();
    assertEquals(List.of("RAISED FAN-201 fan1"), hasty.story());
    hasty.fan("fan1", 1200).seconds(1);
    assertEquals("CLEARED FAN-201 fan1", hasty.story().getLast());
  }

  private static Limits.Scope scope(String code) {
    return new Limits.Scope(code, Optional.empty());
  }

  static LimitOverride enabled(boolean enabled) {
    return new LimitOverride(
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(enabled));
  }
}
