package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.List;
import java.util.stream.Stream;

/** TMP-305: the air around the board is too cold for it. */
final class AirCold implements Rule {

  static final String CODE = "TMP-305";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(SensorFamily.TEMPERATURES).stream()
        .filter(air -> air.isKnownAs(Quantity.TEMPERATURE_OF_AMBIENT))
        .flatMap(air -> judge(air, limits))
        .toList();
  }

  private static Stream<Finding> judge(Component air, Limits limits) {
    return air.reading(Quantity.TEMPERATURE_CELSIUS).stream()
        .map(
            reading ->
                Finding.measured(
                    air, limits.of(CODE, air.name()), Plausible.celsius(air), reading.source()));
  }
}
