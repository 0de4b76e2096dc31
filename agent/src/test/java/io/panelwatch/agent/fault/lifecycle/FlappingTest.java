package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.hal.Measured;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A fan that stops and turns again and again: each time it is a fault, and each time it ends. */
final class FlappingTest {

  private static final Measured SILENT = new Measured.Failed(5, "read", "/hwmon/fan1");
  private static final int QUIET = 30 * 60;

  private final Bench bench = Bench.only("FAN-201");

  @Test
  void fiveChangesInTenMinutesAreToldOneByOne() {
    flaps(2);
    bench.fan("fan1", 0).seconds(31);

    assertEquals(List.of("RAISED", "CLEARED", "RAISED", "CLEARED", "RAISED"), kinds(bench));
    assertFalse(bench.active("FAN-201").standing().flapping());
  }

  @Test
  void sixthChangeInTenMinutesIsNotToldButThatItFlapsOnce() {
    flaps(3);

    assertEquals(
        List.of("RAISED", "CLEARED", "RAISED", "CLEARED", "RAISED", "UPDATED"), kinds(bench));
    assertTrue(bench.active("FAN-201").standing().flapping());
    assertTrue(bench.active("FAN-201").active());
    flaps(5);
    assertEquals(6, bench.told.size(), "whatever it does from then on");
  }

  @Test
  void changesThatAreFurtherApartAreToldForEver() {
    for (int i = 0; i < 6; i++) {
      flaps(1);
      bench.seconds(210);
    }

    assertEquals(12, bench.told.size());
    assertEquals(List.of(), bench.last.active());
  }

  @Test
  void flappingFaultEndsAfterHalfAnHourOfQuiet() {
    flaps(3);
    bench.seconds(QUIET - 1);
    assertEquals(6, bench.told.size());

    bench.seconds(1);

    FaultTransition ended = bench.told.getLast();
    assertEquals(FaultTransition.Kind.CLEARED, ended.kind());
    assertFalse(ended.fault().standing().flapping());
    assertEquals(bench.told.get(4).fault().faultId(), ended.fault().faultId(), "the same episode");
  }

  @Test
  void afterTheQuietItIsAFaultLikeAnyOther() {
    flaps(3);
    bench.seconds(QUIET);

    flaps(1);

    assertEquals(List.of("RAISED", "CLEARED"), kinds(bench).subList(7, 9));
  }

  @Test
  void fanThatStopsForAMomentBeginsTheQuietAnew() {
    flaps(3);
    bench.seconds(QUIET - 10).fan("fan1", 0).seconds(1).fan("fan1", 1200).seconds(QUIET);
    assertEquals(6, bench.told.size());

    assertEquals("CLEARED", kinds(bench.seconds(1)).getLast());
  }

  @Test
  void fanThatCannotBeReadStopsTheQuietAndForgetsNoneOfIt() {
    flaps(3);
    bench.seconds(QUIET - 10).fan("fan1", SILENT).hours(2);
    bench.fan("fan1", 1200).seconds(10);
    assertTrue(bench.active("FAN-201").standing().flapping());

    bench.seconds(1);

    assertEquals("CLEARED FAN-201 fan1", bench.story().getLast());
  }

  @Test
  void acknowledgementOfAFlappingFaultDoesNotEndIt() {
    flaps(3);
    bench.acknowledge(bench.active("FAN-201").faultId()).seconds(60);

    Fault fault = bench.active("FAN-201");
    assertTrue(fault.standing().flapping());
    assertTrue(fault.standing().acknowledged().isPresent());
    assertEquals("CLEARED", kinds(bench.seconds(QUIET)).getLast());
  }

  @Test
  void causeThatFlapsGoesOnExplaining() {
    Bench both = Bench.only("FAN-201", "TMP-301");
    flaps(both, 3);
    String cause = both.active("FAN-201").faultId();

    both.soc(80).seconds(61);

    assertEquals(Optional.of(cause), both.active("TMP-301").suppressedBy());
  }

  @Test
  void latchedFaultThatComesAndGoesUnseenFlapsAsWell() {
    Bench disk = Bench.only("DSK-403");
    for (int i = 0; i < 3; i++) {
      disk.readOnly("data", true).seconds(10).readOnly("data", false).seconds(10);
    }

    assertEquals(
        List.of("RAISED", "UPDATED", "UPDATED", "UPDATED", "UPDATED", "UPDATED"), kinds(disk));
    assertTrue(disk.active("DSK-403").standing().flapping());
    disk.readOnly("data", true).seconds(10).readOnly("data", false).seconds(QUIET);
    assertEquals(6, disk.told.size());
    disk.seconds(1);
    assertEquals("UPDATED", kinds(disk).getLast());
    assertFalse(disk.active("DSK-403").standing().flapping());
    assertTrue(disk.active("DSK-403").standing().latched(), "it still waits to be seen");
  }

  @Test
  void endByTheAcknowledgementOfALatchedFaultIsNoFurtherChange() {
    Bench disk = Bench.only("DSK-403");
    comesAndGoes(disk, 2);
    disk.acknowledge(disk.active("DSK-403").faultId());

    disk.readOnly("data", true).seconds(1);

    assertEquals("RAISED", kinds(disk).getLast(), "it came, went, came, went, came");
    disk.readOnly("data", false).seconds(1);
    assertTrue(disk.active("DSK-403").standing().flapping(), "and went");
  }

  @Test
  void flappingFaultThatNobodyHasSeenSaysOnceThatItWaitsForThat() {
    Bench disk = Bench.only("DSK-403");
    disk.readOnly("data", true).seconds(1);
    disk.clock.advance(Duration.ofSeconds(575));
    disk.readOnly("data", false).seconds(1);
    comesAndGoes(disk, 1);
    disk.readOnly("data", true).seconds(1);
    disk.clock.advance(Duration.ofSeconds(25));
    disk.readOnly("data", false).seconds(1).readOnly("data", true).seconds(1);
    assertTrue(disk.active("DSK-403").standing().flapping(), "the first change is too old");
    assertFalse(disk.active("DSK-403").standing().latched());

    disk.readOnly("data", false).seconds(1);

    assertTrue(disk.active("DSK-403").standing().latched());
    int toldBefore = disk.told.size();
    comesAndGoes(disk, 5);
    assertEquals(toldBefore, disk.told.size());
    assertTrue(disk.active("DSK-403").standing().latched());
  }

  @Test
  void levelThatChangesIsNoChange() {
    Bench disk = Bench.only("DSK-401");
    for (int i = 0; i < 4; i++) {
      disk.disk("data", 99).seconds(61).disk("data", 85).seconds(121);
    }
    assertFalse(disk.active("DSK-401").standing().flapping());
    assertEquals(8, disk.told.size());
  }

  @Test
  void flappingFaultIsHeldAfterARestartForTheRestOfItsQuiet() {
    flaps(3);
    bench.seconds(1_000);
    Checkpoint kept = bench.checkpoints.getLast();
    assertEquals(Duration.ofMinutes(15), kept.quiet(), "stored every eighth of half an hour");

    Bench after =
        Bench.only("FAN-201")
            .resume(
                new Recollection(
                    List.of(new Resumed(bench.active("FAN-201"), kept.clean(), kept.quiet())),
                    List.of(),
                    Arrangements.NONE));
    after.fan("fan1", 1200).scan().seconds(899);
    assertEquals(List.of(), after.told);

    assertEquals(List.of("CLEARED"), kinds(after.seconds(1)));
  }

  private static void comesAndGoes(Bench disk, int times) {
    for (int i = 0; i < times; i++) {
      disk.readOnly("data", true).seconds(1).readOnly("data", false).seconds(1);
    }
  }

  private void flaps(int times) {
    flaps(bench, times);
  }

  /** Stops for long enough to be a fault, and turns for long enough to be none, in 92 s. */
  private static void flaps(Bench bench, int times) {
    for (int i = 0; i < times; i++) {
      bench.fan("fan1", 0).seconds(31).fan("fan1", 1200).seconds(61);
    }
  }

  private static List<String> kinds(Bench bench) {
    return bench.told.stream().map(told -> told.kind().name()).toList();
  }
}
