package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Bounds;
import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * PWR-102: a supply rail is outside of its own limits, {@code inN_min} and {@code inN_max}, or
 * {@code inN_lcrit} and {@code inN_crit} where the chip has only those. The source has already left
 * out the limits that nobody set on purpose; a rail without any is not judged.
 *
 * <p>Of two limits the nearer one counts. A rail that stands at its limit is inside: a millivolt is
 * the step in which the kernel counts.
 */
final class RailOutside implements Rule {

  static final String CODE = "PWR-102";

  private static final double STEP_MILLIVOLTS = 1;
  private static final double HYSTERESIS = 0.02;

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(SensorFamily.RAILS).stream()
        .flatMap(rail -> judge(rail, limits.of(CODE, rail.name())))
        .toList();
  }

  private static Stream<Finding> judge(Component rail, Criteria criteria) {
    Optional<Reading> reading = rail.reading(Quantity.RAIL_MILLIVOLTS).filter(Reading::exists);
    if (reading.isEmpty()) {
      return Stream.empty();
    }
    String source = reading.get().source();
    OptionalDouble value = rail.good(Quantity.RAIL_MILLIVOLTS);
    if (criteria.configured()) {
      return Stream.of(Finding.measured(rail.name(), criteria, value, source, rail.readings()));
    }
    return nearest(rail, value)
        .map(bounds -> Finding.given(rail.name(), criteria, bounds, value, source, rail.readings()))
        .stream();
  }

  private static Optional<Bounds> nearest(Component rail, OptionalDouble value) {
    OptionalDouble min =
        limit(rail, Quantity.RAIL_MIN_MILLIVOLTS, Quantity.RAIL_LOW_CRIT_MILLIVOLTS);
    OptionalDouble max =
        limit(rail, Quantity.RAIL_MAX_MILLIVOLTS, Quantity.RAIL_HIGH_CRIT_MILLIVOLTS);
    boolean both = min.isPresent() && max.isPresent();
    if (both && min.getAsDouble() >= max.getAsDouble()) {
      return Optional.empty();
    }
    double middle = both ? (min.getAsDouble() + max.getAsDouble()) / 2 : 0;
    boolean low = both ? value.orElse(middle) < middle : min.isPresent();
    return low
        ? Optional.of(low(min.getAsDouble()))
        : max.stream().mapToObj(RailOutside::high).findFirst();
  }

  private static Bounds low(double min) {
    return Bounds.low(min - STEP_MILLIVOLTS, min + Math.abs(min) * HYSTERESIS);
  }

  private static Bounds high(double max) {
    return Bounds.high(max + STEP_MILLIVOLTS, max - Math.abs(max) * HYSTERESIS);
  }

  /** A limit of 0 is the register of a limit that was never set. */
  private static OptionalDouble limit(Component rail, Quantity usual, Quantity critical) {
    return Stream.of(rail.good(usual), rail.good(critical))
        .flatMapToDouble(OptionalDouble::stream)
        .filter(milliVolts -> milliVolts != 0)
        .findFirst();
  }
}
