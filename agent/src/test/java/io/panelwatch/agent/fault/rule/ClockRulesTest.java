package io.panelwatch.agent.fault.rule;

import static io.panelwatch.agent.fault.rule.Judge.ABSENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import org.junit.jupiter.api.Test;

final class ClockRulesTest {

  private static final Measured ON = Measured.of(true);
  private static final Measured OFF = Measured.of(false);
  private static final Measured LATER = Measured.of(1_020);

  @Test
  void clockThatNothingKeepsRightIsUnsynchronisedAfterSeventeenMinutes() {
    assertEquals("clock RAISE", unsynchronised(OFF, LATER));
    assertEquals("clock NO_DATA", unsynchronised(OFF, Measured.of(1_019.9)));
    assertEquals("clock NO_DATA", unsynchronised(OFF, Measured.notRecorded()));
  }

  @Test
  void synchronisedClockIsFineFromTheBeginning() {
    assertEquals("clock CLEAR", unsynchronised(ON, Measured.of(3)));
    assertEquals("clock CLEAR", unsynchronised(ON, LATER));
  }

  @Test
  void clockOfARecordingIsNotJudged() {
    assertEquals("clock NO_DATA", unsynchronised(Measured.notRecorded(), LATER));
    assertEquals("clock NO_DATA", step(Measured.notRecorded()));
  }

  @Test
  void stepOfMoreThanTwoSecondsEitherWayIsOne() {
    assertEquals("clock RAISE", step(Measured.of(2.1)));
    assertEquals("clock RAISE", step(Measured.of(-3600)));
    assertEquals("clock CLEAR", step(Measured.of(-2)));
  }

  private static String unsynchronised(Measured synchronised, Measured uptime) {
    return judge(new ClockUnsynchronised(), synchronised, uptime, ABSENT);
  }

  private static String step(Measured step) {
    Rule rule =
        Rules.all().stream().filter(r -> r.code().equals("CLK-902")).findFirst().orElseThrow();
    return judge(rule, ON, LATER, step);
  }

  private static String judge(Rule rule, Measured synchronised, Measured uptime, Measured step) {
    return String.join(
        "",
        Judge.judge(
            rule,
            Past.NONE,
            new Sample.Clock("clock", "adjtimex(2)", synchronised, ABSENT, uptime, step)));
  }
}
