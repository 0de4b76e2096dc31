package io.panelwatch.agent.fault.rule;

import static io.panelwatch.agent.fault.rule.Judge.ABSENT;
import static io.panelwatch.agent.fault.rule.Judge.FAILED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RailOutsideTest {

  private final RailOutside rule = new RailOutside();

  @Test
  void railIsOutsideAMillivoltBelowItsLowerLimitAndInsideTwoPercentAbove() {
    assertVerdict("RAISE", 2999, 3000, 3600);
    assertVerdict("HOLD", 3000, 3000, 3600);
    assertVerdict("HOLD", 3059, 3000, 3600);
    assertVerdict("CLEAR", 3060, 3000, 3600);
  }

  @Test
  void railIsOutsideAMillivoltAboveItsUpperLimitAndInsideTwoPercentBelow() {
    assertVerdict("RAISE", 3601, 3000, 3600);
    assertVerdict("HOLD", 3600, 3000, 3600);
    assertVerdict("HOLD", 3529, 3000, 3600);
    assertVerdict("CLEAR", 3528, 3000, 3600);
  }

  @Test
  void negativeRailHasItsLimitsOnTheSameSides() {
    assertVerdict("RAISE", -13201, -13200, -10800);
    assertVerdict("CLEAR", -12000, -13200, -10800);
    assertVerdict("RAISE", -10799, -13200, -10800);
  }

  @Test
  void limitsThatLeaveNoRoomAreNone() {
    assertNothing(Measured.of(0), Measured.of(0), Measured.of(0));
    assertNothing(Measured.of(3300), Measured.of(3600), Measured.of(3000));
    assertNothing(Measured.of(3300), ABSENT, ABSENT);
  }

  @Test
  void lowerLimitOfNothingIsNone() {
    assertVerdict("CLEAR", 0, 0, 3600);
  }

  @Test
  void railThatCannotBeReadIsNeitherInsideNorOutside() {
    assertEquals(
        List.of("rail NO_DATA"),
        Judge.judge(rule, Past.NONE, rail(FAILED, Measured.of(3000), Measured.of(3600))));
  }

  private void assertVerdict(String verdict, double milliVolts, double min, double max) {
    assertEquals(
        List.of("rail " + verdict),
        Judge.judge(
            rule, Past.NONE, rail(Measured.of(milliVolts), Measured.of(min), Measured.of(max))));
  }

  private void assertNothing(Measured milliVolts, Measured min, Measured max) {
    assertEquals(List.of(), Judge.judge(rule, Past.NONE, rail(milliVolts, min, max)));
  }

  private static Sample rail(Measured milliVolts, Measured min, Measured max) {
    return new Sample.Rail(
        "rail", "/hwmon", milliVolts, min, max, ABSENT, "adt7475", ABSENT, ABSENT);
  }
}
