package io.panelwatch.agent.fault.rule;

import static io.panelwatch.agent.fault.rule.Judge.ABSENT;
import static io.panelwatch.agent.fault.rule.Judge.FAILED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fans of a PC's board monitor, whose limits most often nobody has set. */
final class BoardMonitorFanTest {

  /** What sensors(1) showed of PCs in which nothing was wrong: speed and limit, alarm on. */
  @ParameterizedTest(name = "{0} RPM (min = {1} RPM) ALARM")
  @CsvSource({"0, 3515", "0, 1054", "0, 958", "0, 8437", "827, 2678", "1125, 3515"})
  void limitThatTheFanNeverReachedProvesNothing(double rpm, double min) {
    Sample fan = fan("w83627dhg", rpm, min, ABSENT);
    Past past = Past.NONE.with(Judge.scan(fan));

    assertEquals(List.of("fan1 CLEAR"), Judge.judge(new FanStopped(), past, fan));
    assertEquals(List.of("fan1 CLEAR"), Judge.judge(new FanSlow(), past, fan));
    assertEquals(List.of("fan1 CLEAR"), Judge.judge(new FanFault(), past, fan));
  }

  @Test
  void limitThatTheFanOnceReachedCounts() {
    Past past = Past.NONE.with(Judge.scan(fan("nct6792", 1200, 1200, ABSENT)));

    assertEquals(
        List.of("fan1 RAISE"), Judge.judge(new FanSlow(), past, fan("nct6792", 900, 1200, ABSENT)));
    assertEquals(
        List.of("fan1 RAISE"),
        Judge.judge(new FanFault(), past, fan("nct6792", 900, 1200, ABSENT)));
  }

  @Test
  void fanThatWasSeenTurningIsMissedBelowALimitThatItNeverReachedToo() {
    Past past = Past.NONE.with(Judge.scan(fan("it8728", 827, 2678, ABSENT)));

    assertEquals(
        List.of("fan1 RAISE"), Judge.judge(new FanStopped(), past, fan("it8728", 0, 2678, ABSENT)));
  }

  @Test
  void faultBitCountsWhateverTheLimit() {
    assertEquals(
        List.of("fan1 RAISE"),
        Judge.judge(new FanFault(), Past.NONE, fan("it8728", 827, 2678, Measured.of(true))));
  }

  @Test
  void alarmOfALimitThatIsNotReadJustNowIsThatOfTheKnownOne() {
    Measured absurd = Measured.of(2678).asStale();
    Measured meant = Measured.of(1200).asStale();
    Past turned = Past.NONE.with(Judge.scan(fan("lm80", 1200, 1200, ABSENT)));

    assertEquals(
        List.of("fan1 CLEAR"),
        Judge.judge(new FanFault(), Past.NONE, fan("lm80", 827, absurd, ABSENT)));
    assertEquals(
        List.of("fan1 RAISE"),
        Judge.judge(new FanFault(), turned, fan("lm80", 827, meant, ABSENT)));
  }

  @Test
  void alarmOfALimitThatNobodyKnowsIsNeitherFaultNorHealth() {
    assertEquals(
        List.of("fan1 NO_DATA"),
        Judge.judge(new FanFault(), Past.NONE, fan("lm80", 827, FAILED, ABSENT)));
  }

  @Test
  void chipThatIsNoBoardMonitorMeansItsLimits() {
    Sample fan = fan("applesmc", 0, 2160, ABSENT);

    assertEquals(List.of("fan1 RAISE"), Judge.judge(new FanStopped(), Past.NONE, fan));
  }

  private static Sample fan(String chip, double rpm, double min, Measured faultBit) {
    return fan(chip, rpm, Measured.of(min), faultBit);
  }

  private static Sample fan(String chip, double rpm, Measured min, Measured faultBit) {
    return new Sample.Fan(
        "fan1",
        "/hwmon",
        Measured.of(rpm),
        min,
        ABSENT,
        ABSENT,
        ABSENT,
        faultBit,
        Measured.of(true),
        chip);
  }
}
