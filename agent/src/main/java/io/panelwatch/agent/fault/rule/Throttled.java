package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * TMP-304: the processor is slowed down. The firmware of some boards says so itself; elsewhere it
 * shows in counters, which have to go on growing: what they stood at before is history, and a
 * single step is over before the on-delay is.
 */
final class Throttled implements Rule {

  /** Shorter than the on-delay. */
  private static final Duration WINDOW = Duration.ofSeconds(30);

  @Override
  public String code() {
    return "TMP-304";
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(SensorFamily.THROTTLING).stream()
        .map(component -> judge(component, past, limits))
        .toList();
  }

  private Finding judge(Component component, Past past, Limits limits) {
    OptionalDouble slowedDown = component.good(Quantity.THROTTLE_ACTIVE);
    if (component.good(Quantity.THROTTLE_COUNT).isPresent()) {
      slowedDown =
          OptionalDouble.of(past.increase(Quantity.THROTTLE_COUNT, component.name(), WINDOW));
    }
    return Finding.plain(
        component,
        limits.of(code(), component.name()),
        Verdict.of(slowedDown, value -> value > 0),
        slowedDown,
        component.readings().getFirst().source());
  }
}
