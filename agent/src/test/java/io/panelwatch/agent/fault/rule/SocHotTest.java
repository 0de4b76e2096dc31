package io.panelwatch.agent.fault.rule;

import static io.panelwatch.agent.fault.rule.Judge.ABSENT;
import static io.panelwatch.agent.fault.rule.Judge.FAILED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.Sample.Temperature.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SocHotTest {

  private final SocHot rule = new SocHot();

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

  private List<String> judge(Place place, Measured celsius) {
    return Judge.judge(
        rule,
        Past.NONE,
        new Sample.Temperature(
            "zone", "/thermal", place, celsius, ABSENT, ABSENT, ABSENT, "", ABSENT, ABSENT));
  }
}
