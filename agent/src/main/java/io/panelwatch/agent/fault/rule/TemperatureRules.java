package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.health.Quantity;
import java.util.List;

/** The rules of TMP. */
final class TemperatureRules {

  static final List<Rule> ALL =
      List.of(
          new ProcessorHeat("TMP-301", 15),
          new ProcessorHeat("TMP-302", 5),
          new ChipHeat(),
          new Throttled(),
          Threshold.of("TMP-305", Quantity.TEMPERATURE_CELSIUS)
              .by(Plausible::celsius)
              .where(air -> air.isKnownAs(Quantity.TEMPERATURE_OF_AMBIENT)),
          new SensorNonsense());

  private TemperatureRules() {}
}
