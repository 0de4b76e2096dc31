package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.NetRoute;
import io.panelwatch.hal.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Faults that follow from what was seen before: what an agent that starts again would not see, its
 * active faults prove.
 */
final class RecallTest {

  private static final Measured NONE = Measured.absent();
  private static final int LONG = 1_000;

  @Test
  void fanOfABoardMonitorThatWasAsFastAsItsLimitIsStillSlow() {
    assertStaysActive("FAN-202", fan(1200), fan(700));
    assertStaysActive("FAN-203", fan(1200), fan(700));
  }

  @Test
  void faultBitOfAFanProvesNotThatItEverTurned() {
    Sample header = fan(Measured.of(0), NONE, Measured.of(true), NONE);
    Bench before = Bench.only("FAN-203");
    before.part(header).seconds(LONG);
    assertEquals(List.of("RAISED FAN-203 fan1"), before.story());

    Bench after = new Bench().resume(before.last.active());
    after.part(header).seconds(LONG);

    assertEquals(List.of(), after.story());
  }

  @Test
  void fanThatWasSlowAgainstItsTargetNeverReachedItsLimit() {
    Sample fan =
        fan(Measured.of(827), Measured.of(2678), Measured.of(1500), NONE, Measured.of(true));
    Bench before = Bench.only("FAN-202", "FAN-203");
    before.part(fan).seconds(LONG);
    assertEquals(List.of("RAISED FAN-202 fan1"), before.story());

    Bench after = Bench.only("FAN-202", "FAN-203").resume(before.last.active());
    after.part(fan).seconds(LONG);

    assertEquals(List.of(), after.story());
  }

  @Test
  void linkThatHasBeenFasterIsStillSlow() {
    assertStaysActive("NET-803", link(1000), link(100));
  }

  @Test
  void inputOfABoardMonitorThatHadASensorStillShowsNonsense() {
    assertStaysActive("TMP-306", temperature(35), temperature(-60));
  }

  @Test
  void boardThatHasHadAWayOutStillHasNone() {
    Bench before = Bench.only("NET-805").part(link(100));
    before.part(routes(1)).scan().part(routes(0)).seconds(LONG);
    Bench after = Bench.only("NET-805").part(link(100)).resume(before.last.active());

    after.part(routes(0)).seconds(LONG);
    assertEquals(1, after.last.active().size());
    assertEquals(List.of(), after.story());
  }

  private static void assertStaysActive(String code, Sample well, Sample broken) {
    Bench before = Bench.only(code);
    before.part(well).scan().part(broken).seconds(LONG);
    assertEquals(
        List.of(FaultTransition.Kind.RAISED),
        before.told.stream().map(FaultTransition::kind).toList(),
        code);

    Bench after = Bench.only(code).resume(before.last.active());
    after.part(broken).seconds(LONG);

    assertEquals(List.of(), after.story());
    assertEquals(before.last.active(), after.last.active());
  }

  private static Sample fan(double rpm) {
    return fan(Measured.of(rpm), Measured.of(1200), NONE, Measured.of(rpm < 1200));
  }

  private static Sample fan(Measured rpm, Measured min, Measured fault, Measured alarm) {
    return fan(rpm, min, NONE, fault, alarm);
  }

  private static Sample fan(
      Measured rpm, Measured min, Measured target, Measured fault, Measured alarm) {
    return new Sample.Fan("fan1", "/hwmon", rpm, min, target, NONE, NONE, fault, alarm, "nct6792");
  }

  private static Sample temperature(double celsius) {
    return new Sample.Temperature(
        "temp1",
        "/hwmon",
        Sample.Temperature.Place.OTHER,
        Measured.of(celsius),
        NONE,
        NONE,
        NONE,
        "nct6792",
        NONE,
        NONE);
  }

  private static Sample routes(int count) {
    return new NetRoute("routes", "/proc/net/route", Measured.of((double) count));
  }

  private static Sample link(double mbps) {
    return new Sample.NetLink(
        "eth0",
        "/net/eth0",
        Measured.of(true),
        Measured.of(true),
        NONE,
        Measured.of(mbps),
        NONE,
        Measured.of(true),
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        true);
  }
}
