package io.panelwatch.agent.fault.rule;

import static io.panelwatch.agent.fault.rule.Judge.ABSENT;
import static io.panelwatch.agent.fault.rule.Judge.FAILED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.LimitOverride;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RailOutsideTest {

  private final RailOutside rule = new RailOutside();

  @Test
  void railIsOutsideAMillivoltBelowItsLowerLimitAndInsideTwoPercentAbove() {
    assertVerdict("RAISE,CLEAR", 2999, 3000, 3600);
    assertVerdict("HOLD,CLEAR", 3000, 3000, 3600);
    assertVerdict("HOLD,CLEAR", 3059, 3000, 3600);
    assertVerdict("CLEAR,CLEAR", 3060, 3000, 3600);
  }

  @Test
  void railIsOutsideAMillivoltAboveItsUpperLimitAndInsideTwoPercentBelow() {
    assertVerdict("CLEAR,RAISE", 3601, 3000, 3600);
    assertVerdict("CLEAR,HOLD", 3600, 3000, 3600);
    assertVerdict("CLEAR,HOLD", 3529, 3000, 3600);
    assertVerdict("CLEAR,CLEAR", 3528, 3000, 3600);
  }

  @Test
  void negativeRailHasItsLimitsOnTheSameSides() {
    assertVerdict("RAISE,CLEAR", -13201, -13200, -10800);
    assertVerdict("CLEAR,CLEAR", -12000, -13200, -10800);
    assertVerdict("CLEAR,RAISE", -10799, -13200, -10800);
  }

  @Test
  void limitsThatLeaveNoRoomAreNone() {
    assertNothing(Measured.of(0), Measured.of(0), Measured.of(0));
    assertNothing(Measured.of(3300), Measured.of(3600), Measured.of(3000));
    assertNothing(Measured.of(3300), ABSENT, ABSENT);
  }

  @Test
  void lowerLimitOfNothingIsNone() {
    assertVerdict("CLEAR,CLEAR", 0, 0, 3600);
  }

  @Test
  void railThatCannotBeReadIsNeitherInsideNorOutside() {
    assertEquals(
        List.of("rail NO_DATA,NO_DATA"),
        Judge.judge(rule, Past.NONE, rail(FAILED, Measured.of(3000), Measured.of(3600))));
  }

  @Test
  void sideWhoseLimitCannotBeReadIsNotKnownToBeInside() {
    assertEquals(
        List.of("rail NO_DATA,CLEAR"),
        Judge.judge(rule, Past.NONE, rail(Measured.of(2900), FAILED, Measured.of(3600))));
    assertEquals(
        List.of("rail NO_DATA,RAISE"),
        Judge.judge(rule, Past.NONE, rail(Measured.of(3700), FAILED, Measured.of(3600))));
  }

  @Test
  void limitThatWasKnownStillHoldsWhileItIsNotRead() {
    assertEquals(
        List.of("rail RAISE,CLEAR"),
        Judge.judge(
            rule,
            Past.NONE,
            rail(Measured.of(2900), Measured.of(3000).asStale(), Measured.of(3600))));
  }

  @Test
  void configuredLimitTakesThePlaceOfTheChipsOnItsSideOnly() {
    assertConfigured("RAISE,CLEAR", 11399, List.of(11400.0), 10800, 13200);
    assertConfigured("CLEAR,RAISE", 13300, List.of(11400.0), 10800, 13200);
    assertConfigured("CLEAR,RAISE", 12700, List.of(11400.0, 12600.0), 10800, 13200);
    assertConfigured("RAISE,CLEAR", 10799, List.of(0.0, 12600.0), 10800, 13200);
  }

  private void assertConfigured(
      String verdicts, double milliVolts, List<Double> raise, double min, double max) {
    var limits =
        new LimitOverride(
            raise,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Finding found =
        rule.judge(
                Judge.scan(rail(Measured.of(milliVolts), Measured.of(min), Measured.of(max))),
                Past.NONE,
                Limits.of(
                    Catalogue.load(),
                    Map.of(new Limits.Scope("PWR-102", Optional.empty()), limits)))
            .getFirst();
    assertEquals(verdicts, String.join(",", found.verdicts().stream().map(Enum::name).toList()));
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
