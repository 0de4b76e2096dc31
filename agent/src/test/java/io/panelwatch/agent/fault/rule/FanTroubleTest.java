package io.panelwatch.agent.fault.rule;

import static io.panelwatch.agent.fault.rule.Judge.ABSENT;
import static io.panelwatch.agent.fault.rule.Judge.FAILED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FAN-202 and FAN-203: a fan that turns, and not as it should. */
final class FanTroubleTest {

  private static final Measured ON = Measured.of(true);
  private static final Measured OFF = Measured.of(false);

  @Test
  void fanIsSlowAtEightyFivePercentOfItsTargetAndWellAtNinetyFive() {
    assertSlow("RAISE", fan(850, 1000, ABSENT));
    assertSlow("HOLD", fan(851, 1000, ABSENT));
    assertSlow("HOLD", fan(949, 1000, ABSENT));
    assertSlow("CLEAR", fan(950, 1000, ABSENT));
  }

  @Test
  void lowerLimitCountsWhereThereIsNoTarget() {
    assertSlow("RAISE", fan(500, 0, Measured.of(600)));
    assertSlow("CLEAR", fan(600, 2000, Measured.of(600)).withTarget(0));
  }

  @Test
  void fanAtRestIsAnotherFaultsAffair() {
    assertSlow("HOLD", fan(0, 1000, ABSENT));
  }

  @Test
  void fanOfWhichNobodyAsksASpeedIsWell() {
    assertSlow("CLEAR", fan(100, 0, ABSENT));
    assertSlow("CLEAR", fan(100, 0, Measured.of(84375)));
    assertSlow("NO_DATA", fan(100, 0, FAILED));
  }

  @Test
  void fanWhoseSpeedCannotBeReadIsNeitherSlowNorWell() {
    assertEquals(
        List.of("fan1 NO_DATA"),
        Judge.judge(
            new FanSlow(),
            Past.NONE,
            new Sample.Fan(
                "fan1",
                "/hwmon",
                FAILED,
                ABSENT,
                Measured.of(1000),
                ABSENT,
                ABSENT,
                ABSENT,
                ABSENT,
                "")));
  }

  @Test
  void faultBitIsAFaultWhateverTheSpeed() {
    assertSignalled("RAISE", signals(Measured.of(0), ON, ABSENT));
    assertSignalled("RAISE", signals(Measured.of(900), ON, OFF));
    assertSignalled("CLEAR", signals(Measured.of(900), OFF, OFF));
  }

  @Test
  void alarmOfAFanAtRestSaysNothingNew() {
    assertSignalled("HOLD", signals(Measured.of(0), ABSENT, ON));
    assertSignalled("RAISE", signals(Measured.of(400), ABSENT, ON));
    assertSignalled("RAISE", signals(ABSENT, ABSENT, ON));
  }

  @Test
  void faultBitThatCannotBeReadIsNeitherFaultNorHealth() {
    assertSignalled("NO_DATA", signals(Measured.of(900), FAILED, ABSENT));
  }

  @Test
  void fanThatIsSwitchedOffHasNoFault() {
    assertSignalled(
        "CLEAR",
        new Sample.Fan("fan1", "/hwmon", Measured.of(0), ABSENT, ABSENT, ABSENT, OFF, ON, ON, ""));
  }

  private static void assertSlow(String verdict, Fan fan) {
    assertEquals(List.of("fan1 " + verdict), Judge.judge(new FanSlow(), Past.NONE, fan.sample()));
  }

  private static void assertSignalled(String verdict, Sample fan) {
    assertEquals(List.of("fan1 " + verdict), Judge.judge(new FanFault(), Past.NONE, fan));
  }

  private record Fan(double rpm, double targetRpm, Measured min) {
    Fan withTarget(double target) {
      return new Fan(rpm, target, min);
    }

    Sample sample() {
      return new Sample.Fan(
          "fan1",
          "/hwmon",
          Measured.of(rpm),
          min,
          Measured.of(targetRpm),
          ABSENT,
          ABSENT,
          ABSENT,
          ABSENT,
          "");
    }
  }

  private static Fan fan(double rpm, double target, Measured min) {
    return new Fan(rpm, target, min);
  }

  private static Sample signals(Measured rpm, Measured fault, Measured alarm) {
    return new Sample.Fan("fan1", "/hwmon", rpm, ABSENT, ABSENT, ABSENT, ABSENT, fault, alarm, "");
  }
}
