package io.panelwatch.agent.fault.rule;

import static io.panelwatch.agent.fault.rule.Judge.ABSENT;
import static io.panelwatch.agent.fault.rule.Judge.FAILED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.LimitOverride;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Readings;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.health.SourceState;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.Sample.Temperature.Place;
import io.panelwatch.hal.SensorFamily;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** TMP-303, TMP-306 and AGT-A01: what a sensor says of its chip, and of itself. */
final class SensorRulesTest {

  @Test
  void chipIsAtItsLimitAtItsCriticalTemperatureAndBelowItsOwnHysteresisNoMore() {
    assertHeat("RAISE", sensor("lm75", 90).crit(90).hyst(80));
    assertHeat("HOLD", sensor("lm75", 81).crit(90).hyst(80));
    assertHeat("CLEAR", sensor("lm75", 80).crit(90).hyst(80));
  }

  @Test
  void hysteresisThatCannotBeIsFiveDegrees() {
    for (double odd : new double[] {95, 0, -127, 255}) {
      assertHeat("HOLD", sensor("lm75", 86).crit(90).hyst(odd));
      assertHeat("CLEAR", sensor("lm75", 85).crit(90).hyst(odd));
    }
  }

  @Test
  void criticalTemperatureThatNoChipHasIsNone() {
    for (double odd : new double[] {0, 20.8, 39.9, 151, 65261.85, -273.15}) {
      assertEquals(List.of(), judge(new ChipHeat(), sensor("acpitz", 110).crit(odd)));
    }
  }

  @Test
  void alarmOfAChipIsAFaultWithoutANumber() {
    assertHeat("RAISE", sensor("lm75", 30).alarm(true));
    assertHeat("CLEAR", sensor("lm75", 30).alarm(false));
  }

  @Test
  void alarmIsHistoryWhereTheTemperatureIsBelowTheHysteresis() {
    assertHeat("CLEAR", sensor("coretemp", 45).crit(100).alarm(true));
    assertHeat("RAISE", sensor("coretemp", 97).crit(100).alarm(true));
  }

  @Test
  void criticalTemperatureThatCannotBeReadOnceLeavesTheAlarmHistory() {
    Past past = Past.NONE.with(Judge.scan(sensor("coretemp", 45).crit(100).alarm(true).sample()));
    Sample silent = sensor("coretemp", 45).crit(FAILED).alarm(true).sample();

    assertEquals(
        List.of("t CLEAR"), Judge.judge(new ChipHeat(), past.with(Judge.scan(silent)), silent));
  }

  @Test
  void alarmBesideATemperatureThatNoChipHasIsABrokenSensors() {
    assertHeat("NO_DATA", sensor("lm90", 127.875).crit(90).alarm(true));
    assertHeat("NO_DATA", sensor("lm90", 127.875).alarm(true));
    assertNonsense("RAISE", sensor("lm90", 127.875).crit(110).alarm(true));
  }

  @Test
  void chipThatIsMadeForMoreIsBelievedAboveItsOwnLimit() {
    assertHeat("RAISE", sensor("pmbus", 131).crit(130));
    assertNonsense("CLEAR", sensor("pmbus", 131).crit(130));
    assertNonsense("RAISE", sensor("pmbus", 156).crit(130));
    assertNonsense("RAISE", sensor("lm75", 131).crit(65261.85));
  }

  @Test
  void configuredNumberDoesNotSilenceTheAlarmOfAChip() {
    var number =
        new LimitOverride(
            List.of(80.0),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Limits limits =
        Limits.of(Catalogue.load(), Map.of(new Limits.Scope("TMP-303", Optional.empty()), number));
    Scan silent = Judge.scan(sensor("lm75", FAILED).alarm(true).sample());

    assertEquals(
        List.of(Verdict.RAISE),
        new ChipHeat().judge(silent, Past.NONE, limits).getFirst().verdicts());
  }

  @Test
  void temperatureThatNothingCanHaveIsABrokenSensorsAndNoHeat() {
    for (double odd : new double[] {-40.1, 125.1, 127.937, -127, 255, -273.15}) {
      assertNonsense("RAISE", sensor("lm75", odd));
      assertHeat("NO_DATA", sensor("lm75", odd).crit(90));
    }
    assertNonsense("CLEAR", sensor("lm75", -40));
    assertNonsense("CLEAR", sensor("lm75", 125));
  }

  @Test
  void eightyFiveDegreesAreNonsenseOnlyOfASensorThatShowsThemBeforeItMeasures() {
    assertNonsense("RAISE", sensor("w1_slave_temp", 85));
    assertNonsense("CLEAR", sensor("w1_slave_temp", 85.0625));
    assertNonsense("CLEAR", sensor("lm75", 85));
  }

  @Test
  void inputOfABoardMonitorThatWasNeverConnectedIsNotJudged() {
    assertEquals(List.of(), judge(new SensorNonsense(), sensor("nct6775", -62)));
  }

  @Test
  void inputOfABoardMonitorThatLostItsSensorIs() {
    Past past = Past.NONE.with(Judge.scan(sensor("nct6775", 35).sample()));

    assertEquals(
        List.of("t RAISE"),
        Judge.judge(new SensorNonsense(), past, sensor("nct6775", 127).sample()));
  }

  @Test
  void componentOfWhichOneAttributeFailsIsUnreadable() {
    assertEquals(List.of("t RAISE"), Judge.judge(new SensorDead(), Past.NONE, unreadable()));
    assertEquals(List.of(), judge(new SensorDead(), sensor("lm75", 30)));
  }

  @Test
  void familyThatFailsAsAWholeIsToldOnceAndNotForEachComponent() {
    var hung =
        new SourceState(SensorFamily.TEMPERATURES, SourceState.Outcome.HUNG, 0, "/sys/class/hwmon");
    var scan = new Scan(Instant.EPOCH, true, 0, Readings.of(unreadable()), List.of(hung));

    List<Finding> found =
        new SensorDead().judge(scan, Past.NONE, Limits.defaults(Catalogue.load()));

    assertEquals(
        List.of("temperatures RAISE", "t HOLD"),
        found.stream().map(f -> f.component() + " " + f.verdicts().getFirst()).toList());
    assertEquals("/sys/class/hwmon: does not answer", found.getFirst().source());
    assertEquals("/sys/there: errno 5", found.getLast().source());
  }

  private static void assertHeat(String verdict, Sensor sensor) {
    assertEquals(List.of("t " + verdict), judge(new ChipHeat(), sensor));
  }

  private static void assertNonsense(String verdict, Sensor sensor) {
    assertEquals(List.of("t " + verdict), judge(new SensorNonsense(), sensor));
  }

  private static List<String> judge(Rule rule, Sensor sensor) {
    Past past = Past.NONE.with(Judge.scan(sensor.sample()));
    return Judge.judge(rule, past, sensor.sample());
  }

  private static Sample unreadable() {
    return new Sample.Temperature(
        "t", "/t", Place.OTHER, FAILED, ABSENT, ABSENT, ABSENT, "lm75", ABSENT, ABSENT);
  }

  private static Sensor sensor(String chip, double celsius) {
    return sensor(chip, Measured.of(celsius));
  }

  private static Sensor sensor(String chip, Measured celsius) {
    return new Sensor(chip, celsius, ABSENT, ABSENT, ABSENT);
  }

  /** A channel of a chip. */
  private record Sensor(
      String chip, Measured celsius, Measured crit, Measured hyst, Measured alarm) {

    Sensor crit(double limit) {
      return crit(Measured.of(limit));
    }

    Sensor crit(Measured limit) {
      return new Sensor(chip, celsius, limit, hyst, alarm);
    }

    Sensor hyst(double limit) {
      return new Sensor(chip, celsius, crit, Measured.of(limit), alarm);
    }

    Sensor alarm(boolean on) {
      return new Sensor(chip, celsius, crit, hyst, Measured.of(on));
    }

    Sample sample() {
      return new Sample.Temperature(
          "t", "/t", Place.OTHER, celsius, ABSENT, crit, alarm, chip, hyst, ABSENT);
    }
  }
}
