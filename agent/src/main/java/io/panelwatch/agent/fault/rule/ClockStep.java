package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** CLK-902: the wall clock was set, forwards or back, by more than the limit. */
final class ClockStep implements Rule {

  static final String CODE = "CLK-902";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(SensorFamily.CLOCK).stream()
        .flatMap(clock -> judge(clock, limits))
        .toList();
  }

  private static Stream<Finding> judge(Component clock, Limits limits) {
    OptionalDouble step = clock.good(Quantity.CLOCK_WALL_STEP_SECONDS);
    return clock.reading(Quantity.CLOCK_WALL_STEP_SECONDS).filter(Reading::exists).stream()
        .map(
            reading ->
                Finding.measured(
                    clock,
                    limits.of(CODE, clock.name()),
                    step.stream().map(Math::abs).findFirst(),
                    reading.source()));
  }
}
