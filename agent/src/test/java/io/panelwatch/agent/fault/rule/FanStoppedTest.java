package io.panelwatch.agent.fault.rule;

import static io.panelwatch.agent.fault.rule.Judge.ABSENT;
import static io.panelwatch.agent.fault.rule.Judge.FAILED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FanStoppedTest {

  private static final Measured REST = Measured.of(0);

  private final FanStopped rule = new FanStopped();
  private Past seen = Past.NONE;

  @Test
  void fanAtRestWithALowerLimitIsStopped() {
    assertVerdict("RAISE", fan(REST, Measured.of(600), ABSENT, ABSENT));
  }

  @Test
  void fanAtRestWithATargetIsStopped() {
    assertVerdict("RAISE", fan(REST, ABSENT, Measured.of(1), ABSENT));
  }

  @Test
  void fanAtRestThatWasSeenTurningIsStopped() {
    seen = seen.with(Judge.scan(fan(Measured.of(900), ABSENT, ABSENT, ABSENT)));

    assertVerdict("RAISE", fan(REST, ABSENT, ABSENT, ABSENT));
  }

  @Test
  void emptyHeaderIsNoFault() {
    assertVerdict("CLEAR", fan(REST, ABSENT, ABSENT, ABSENT));
    assertVerdict("CLEAR", fan(REST, Measured.of(0), Measured.of(0), ABSENT));
  }

  @Test
  void disabledChannelIsNoFault() {
    assertVerdict("CLEAR", fan(REST, Measured.of(600), Measured.of(900), Measured.of(false)));
    assertVerdict("RAISE", fan(REST, Measured.of(600), ABSENT, Measured.of(true)));
  }

  @Test
  void lowerLimitThatNoFanCouldReachIsNotALimit() {
    assertVerdict("CLEAR", fan(REST, Measured.of(84375), ABSENT, ABSENT));
  }

  @Test
  void lowerLimitThatFirmwareLeavesForHeadersWithoutAFanIsNotALimit() {
    assertVerdict("CLEAR", fan(REST, Measured.of(10), ABSENT, ABSENT));
    assertVerdict("RAISE", fan(REST, Measured.of(100), ABSENT, ABSENT));
  }

  @Test
  void fanThatTheKernelStopsWhileTheBoardIsCoolIsNoFault() {
    seen = seen.with(Judge.scan(fan(Measured.of(3000), ABSENT, ABSENT, ABSENT)));

    assertVerdict("CLEAR", driven(REST, ABSENT, 0));
    assertVerdict("RAISE", driven(REST, ABSENT, 30));
  }

  @Test
  void fanWithATargetIsAskedToTurnWhateverItsPwmSays() {
    assertVerdict("RAISE", driven(REST, Measured.of(900), 0));
  }

  @Test
  void slowFanIsNotAStoppedOne() {
    assertVerdict("CLEAR", fan(Measured.of(1), Measured.of(600), ABSENT, ABSENT));
  }

  @Test
  void fanThatCannotBeReadIsNeitherStoppedNorHealthy() {
    assertVerdict("NO_DATA", fan(FAILED, Measured.of(600), ABSENT, ABSENT));
    assertVerdict("NO_DATA", fan(Measured.notRecorded(), Measured.of(600), ABSENT, ABSENT));
  }

  @Test
  void fanWhoseLimitOrTargetCannotBeReadIsNotHealthyForThat() {
    assertVerdict("NO_DATA", fan(FAILED, FAILED, ABSENT, ABSENT));
    assertVerdict("NO_DATA", fan(REST, FAILED, ABSENT, ABSENT));
    assertVerdict("NO_DATA", fan(REST, ABSENT, FAILED, ABSENT));
    assertVerdict("CLEAR", fan(REST, FAILED, ABSENT, Measured.of(false)));
  }

  private void assertVerdict(String verdict, Sample fan) {
    assertEquals(List.of("fan1 " + verdict), Judge.judge(rule, seen, fan));
  }

  private static Sample driven(Measured rpm, Measured target, double pwmPercent) {
    return new Sample.Fan(
        "fan1", "/hwmon", rpm, ABSENT, target, Measured.of(pwmPercent), ABSENT, ABSENT, ABSENT, "");
  }

  private static Sample fan(Measured rpm, Measured min, Measured target, Measured enabled) {
    return new Sample.Fan(
        "fan1", "/hwmon", rpm, min, target, Measured.of(50), enabled, ABSENT, ABSENT, "");
  }
}
