package io.panelwatch.agent.fault.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each bound of what a temperature and a limit can be, from both sides. */
final class PlausibleTest {

  @ParameterizedTest
  @CsvSource({
    "-40.1, NaN, false",
    "-40, NaN, true",
    "125, NaN, true",
    "125.1, NaN, false",
    "126.9, 105, true",
    "127, 105, false",
    "128, 105, false",
    "128.1, 105, true",
    "130, 105, true",
    "130.1, 105, false",
    "175, 150, true",
    "175.1, 150, false"
  })
  void temperatureIsPlausibleUpToAMarginAboveTheChipsOwnLimit(
      double celsius, double crit, boolean plausible) {
    Component chip = chip(celsius, crit);
    assertEquals(
        plausible ? OptionalDouble.of(celsius) : OptionalDouble.empty(), Plausible.celsius(chip));
    assertEquals(plausible, Plausible.is(chip, celsius));
  }

  @ParameterizedTest
  @CsvSource({"39.9, false", "40, true", "150, true", "150.1, false"})
  void limitThatNoChipCanHaveIsNotMeant(double crit, boolean meant) {
    assertEquals(
        meant ? OptionalDouble.of(crit) : OptionalDouble.empty(),
        Plausible.crit(chip(50, crit), Past.NONE));
    assertEquals(crit >= 40, Plausible.isReached(crit));
  }

  @ParameterizedTest
  @CsvSource({"-40.1, false", "-40, true", "125, true", "125.1, false"})
  void implausibleTemperatureWasNotSeen(double celsius, boolean seen) {
    assertEquals(seen, Plausible.isSeen(reading(Quantity.TEMPERATURE_CELSIUS, celsius)));
    assertEquals(true, Plausible.isSeen(reading(Quantity.FAN_RPM, celsius)));
  }

  private static Component chip(double celsius, double crit) {
    List<Reading> readings = new ArrayList<>();
    readings.add(reading(Quantity.TEMPERATURE_CELSIUS, celsius));
    if (!Double.isNaN(crit)) {
      readings.add(reading(Quantity.TEMPERATURE_CRIT_CELSIUS, crit));
    }
    return new Scan(Instant.EPOCH, true, 0, readings)
        .components(SensorFamily.TEMPERATURES)
        .getFirst();
  }

  private static Reading reading(Quantity quantity, double value) {
    return new Reading(quantity, "chip", OptionalDouble.of(value), Quality.GOOD, 0, "/sys");
  }
}
