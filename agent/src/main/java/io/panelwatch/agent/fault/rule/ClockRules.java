package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import java.util.List;
import java.util.OptionalDouble;

/** The rules of CLK. */
final class ClockRules {

  /** The wall clock may be set forwards or back: by how much is what matters. */
  static final List<Rule> ALL =
      List.of(
          new ClockUnsynchronised(),
          Threshold.of("CLK-902", Quantity.CLOCK_WALL_STEP_SECONDS).by(ClockRules::step));

  private ClockRules() {}

  private static OptionalDouble step(Component clock) {
    return clock.good(Quantity.CLOCK_WALL_STEP_SECONDS).stream().map(Math::abs).findFirst();
  }
}
