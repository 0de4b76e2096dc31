package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * TMP-306: a temperature sensor shows what nothing on a board can have, or says itself that it is
 * broken. What sensors show when they fail (127.9, -127, 255, -273.15) lies outside of what is
 * {@linkplain Plausible plausible}; the 85 degrees of a DS18B20 that has not measured yet do not,
 * and are told by the sensor's reading.
 *
 * <p>The board monitors of PCs have inputs to which nothing is connected and which show anything;
 * they are judged from when they have shown something plausible.
 */
final class SensorNonsense implements Rule {

  static final String CODE = "TMP-306";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(SensorFamily.TEMPERATURES).stream()
        .filter(sensor -> isConnected(sensor, past))
        .flatMap(sensor -> judge(sensor, limits))
        .toList();
  }

  @Override
  public Verdict ofVanished(Scan scan) {
    return Verdict.clearIf(scan.answered(SensorFamily.TEMPERATURES));
  }

  /** A sensor that was judged has shown something plausible. */
  @Override
  public Past recall(Fault fault, Past past) {
    return past.withSeen(Quantity.TEMPERATURE_CELSIUS, fault.component(), Plausible.LOWEST_CELSIUS);
  }

  private static boolean isConnected(Component sensor, Past past) {
    return !sensor.isKnownAs(Quantity.TEMPERATURE_OF_BOARD_MONITOR)
        || past.highest(Quantity.TEMPERATURE_CELSIUS, sensor.name()).isPresent();
  }

  private static Stream<Finding> judge(Component sensor, Limits limits) {
    OptionalDouble celsius = sensor.good(Quantity.TEMPERATURE_CELSIUS);
    return Stream.of(Quantity.TEMPERATURE_CELSIUS, Quantity.TEMPERATURE_FAULT)
        .flatMap(quantity -> sensor.reading(quantity).filter(Reading::exists).stream())
        .limit(1)
        .map(
            reading ->
                Finding.plain(
                    sensor,
                    limits.of(CODE, sensor.name()),
                    verdict(sensor, celsius),
                    celsius,
                    reading.source()))
        .map(finding -> finding.inDoubtIf(sensor.silent(Quantity.TEMPERATURE_FAULT)));
  }

  private static Verdict verdict(Component sensor, OptionalDouble celsius) {
    if (sensor.is(Quantity.TEMPERATURE_FAULT, 1)
        || sensor.is(Quantity.TEMPERATURE_NOT_MEASURED_YET, 1)) {
      return Verdict.RAISE;
    }
    if (celsius.isEmpty()) {
      return Verdict.NO_DATA;
    }
    return Plausible.is(sensor, celsius.getAsDouble()) ? Verdict.CLEAR : Verdict.RAISE;
  }
}
