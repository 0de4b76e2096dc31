package io.panelwatch.agent.fault.rule;

import java.util.List;

/** The rules of TMP. */
final class TemperatureRules {

  static final List<Rule> ALL =
      List.of(
          new ProcessorHeat("TMP-301", 15),
          new ProcessorHeat("TMP-302", 5),
          new ChipHeat(),
          new Throttled(),
          new AirCold(),
          new SensorNonsense());

  private TemperatureRules() {}
}
