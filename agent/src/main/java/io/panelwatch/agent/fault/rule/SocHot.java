package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * TMP-301: the processor is hot. A value that no processor survives or reaches is a broken sensor's
 * and says nothing about heat.
 */
final class SocHot implements Rule {

  static final String CODE = "TMP-301";

  private static final double LOWEST_PLAUSIBLE_CELSIUS = -40;
  private static final double HIGHEST_PLAUSIBLE_CELSIUS = 125;

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(SensorFamily.TEMPERATURES).stream()
        .flatMap(zone -> judge(zone, limits))
        .toList();
  }

  private static Stream<Finding> judge(Component zone, Limits limits) {
    return zone.reading(Quantity.TEMPERATURE_CELSIUS).stream()
        .filter(temperature -> zone.isKnownAs(Quantity.TEMPERATURE_OF_SOC))
        .map(
            temperature ->
                Finding.measured(
                    zone.name(),
                    limits.of(CODE, zone.name()),
                    plausible(zone.good(Quantity.TEMPERATURE_CELSIUS)),
                    temperature.source(),
                    zone.readings()));
  }

  private static OptionalDouble plausible(OptionalDouble celsius) {
    return celsius.isPresent()
            && celsius.getAsDouble() >= LOWEST_PLAUSIBLE_CELSIUS
            && celsius.getAsDouble() <= HIGHEST_PLAUSIBLE_CELSIUS
        ? celsius
        : OptionalDouble.empty();
  }
}
