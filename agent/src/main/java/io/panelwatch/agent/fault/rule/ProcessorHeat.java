package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Bounds;
import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.Level;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * TMP-301 and TMP-302: the processor is hot.
 *
 * <p>The catalogue's limits are those of embedded processors. One whose own chip (coretemp,
 * k10temp) gives a critical temperature of {@link #REAL_CRIT_CELSIUS} or more is made for more heat
 * than that, and under load runs at temperatures that would be a fault of another: it is judged by
 * a margin below its critical temperature, where that is above the catalogue's limit. A thermal
 * zone's critical trip point is none of the chip's, and changes nothing.
 *
 * @param code which
 * @param marginCelsius how far below its critical temperature such a processor is hot
 */
record ProcessorHeat(String code, double marginCelsius) implements Rule {

  private static final double REAL_CRIT_CELSIUS = 95;

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    List<Component> all = scan.components(SensorFamily.TEMPERATURES);
    OptionalDouble crit =
        all.stream()
            .filter(temperature -> temperature.isKnownAs(Quantity.TEMPERATURE_IN_PROCESSOR))
            .flatMapToDouble(temperature -> Plausible.crit(temperature, past).stream())
            .filter(celsius -> celsius >= REAL_CRIT_CELSIUS)
            .min();
    return all.stream().flatMap(temperature -> judge(temperature, crit, limits)).toList();
  }

  private Stream<Finding> judge(Component temperature, OptionalDouble crit, Limits limits) {
    Criteria criteria = limits.of(code, temperature.name());
    OptionalDouble celsius = Plausible.celsius(temperature);
    return temperature.reading(Quantity.TEMPERATURE_CELSIUS).stream()
        .filter(reading -> temperature.isKnownAs(Quantity.TEMPERATURE_OF_SOC))
        .map(
            reading ->
                bounds(criteria, crit)
                    .map(
                        given ->
                            Finding.given(temperature, criteria, given, celsius, reading.source()))
                    .orElseGet(
                        () -> Finding.measured(temperature, criteria, celsius, reading.source())));
  }

  private Optional<Bounds> bounds(Criteria criteria, OptionalDouble crit) {
    Level level = criteria.levels().getFirst();
    if (crit.isEmpty() || level.raise().isEmpty()) {
      return Optional.empty();
    }
    double usual = level.raise().getAsDouble();
    double raise = crit.getAsDouble() - marginCelsius;
    double width = usual - level.clear().orElse(usual);
    return raise > usual ? Optional.of(Bounds.high(raise, raise - width)) : Optional.empty();
  }
}
