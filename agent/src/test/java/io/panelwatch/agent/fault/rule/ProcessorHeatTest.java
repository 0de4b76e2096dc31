package io.panelwatch.agent.fault.rule;

import static io.panelwatch.agent.fault.rule.Judge.ABSENT;
import static io.panelwatch.agent.fault.rule.Judge.FAILED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.Sample.Temperature.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProcessorHeatTest {

  private final ProcessorHeat rule = new ProcessorHeat("TMP-301", 15);

  @Test
  void processorIsHotFromSeventyFiveDegreesOnAndCoolFromSeventyDown() {
    assertEquals(List.of("zone RAISE"), judge(Place.SOC, Measured.of(75)));
    assertEquals(List.of("zone HOLD"), judge(Place.SOC, Measured.of(74.9)));
    assertEquals(List.of("zone HOLD"), judge(Place.SOC, Measured.of(70.1)));
    assertEquals(List.of("zone CLEAR"), judge(Place.SOC, Measured.of(70)));
  }

  @Test
  void otherPlacesAreNotTheProcessor() {
    assertEquals(List.of(), judge(Place.DISK, Measured.of(90)));
    assertEquals(List.of(), judge(Place.OTHER, Measured.of(90)));
    assertEquals(List.of(), judge(Place.AMBIENT, Measured.of(90)));
  }

  @Test
  void valueThatABrokenSensorGivesIsNoHeat() {
    assertEquals(List.of("zone NO_DATA"), judge(Place.SOC, Measured.of(127.5)));
    assertEquals(List.of("zone NO_DATA"), judge(Place.SOC, Measured.of(-273.15)));
    assertEquals(List.of("zone RAISE"), judge(Place.SOC, Measured.of(125)));
  }

  @Test
  void sensorThatCannotBeReadIsNeitherHotNorCool() {
    assertEquals(List.of("zone NO_DATA"), judge(Place.SOC, FAILED));
  }

  @Test
  void processorThatIsMadeForMoreHeatIsHotFifteenDegreesBelowItsCriticalTemperature() {
    assertEquals(List.of("zone CLEAR"), judgeBeside("coretemp", 100, 78));
    assertEquals(List.of("zone HOLD"), judgeBeside("coretemp", 100, 84.9));
    assertEquals(List.of("zone RAISE"), judgeBeside("coretemp", 100, 85));
  }

  @Test
  void criticalTemperatureThatIsNoneOfAProcessorChangesNothing() {
    assertEquals(List.of("zone RAISE"), judgeBeside("coretemp", 84, 75), "an embedded one");
    assertEquals(List.of("zone RAISE"), judgeBeside("coretemp", 255, 75), "an unset register");
    assertEquals(List.of("zone RAISE"), judgeBeside("acpitz", 110, 75), "another chip");
  }

  @Test
  void criticalTemperatureThatCannotBeReadOnceIsWhatItWas() {
    Past past = Past.NONE.with(Judge.scan(chip("coretemp", Measured.of(100))));

    Sample silent = chip("coretemp", FAILED);
    Sample warm = zone(Place.SOC, Measured.of(84.9));
    past = past.with(Judge.scan(warm, silent));
    assertEquals(List.of("zone HOLD"), Judge.judge(rule, past, warm, silent));
    Sample hot = zone(Place.SOC, Measured.of(85));
    assertEquals(List.of("zone RAISE"), Judge.judge(rule, past, hot, silent));

    Sample withoutLimit = chip("coretemp", ABSENT);
    assertEquals(
        List.of("zone RAISE"), Judge.judge(rule, past, warm, withoutLimit), "it has none now");
  }

  private List<String> judgeBeside(String chip, double crit, double celsius) {
    return Judge.judge(
        rule, Past.NONE, zone(Place.SOC, Measured.of(celsius)), chip(chip, Measured.of(crit)));
  }

  private static Sample chip(String name, Measured crit) {
    return new Sample.Temperature(
        "chip", "/hwmon", Place.OTHER, Measured.of(40), ABSENT, crit, ABSENT, name, ABSENT, ABSENT);
  }

  private List<String> judge(Place place, Measured celsius) {
    return Judge.judge(rule, Past.NONE, zone(place, celsius));
  }

  private static Sample zone(Place place, Measured celsius) {
    return new Sample.Temperature(
        "zone", "/thermal", place, celsius, ABSENT, ABSENT, ABSENT, "", ABSENT, ABSENT);
  }
}
