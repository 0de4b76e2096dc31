package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Bounds;
import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.Level;
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
 * PWR-102: a supply rail is outside of its limits: those that the configuration gives, a lower and
 * an upper one, and for a side that it leaves out (or gives as 0) the chip's own, {@code inN_min}
 * and {@code inN_max}, or {@code inN_lcrit} and {@code inN_crit} where the chip has only those. The
 * source has already left out the limits that nobody set on purpose; a rail without any is not
 * judged. Each side is a level of its own.
 *
 * <p>A rail that stands at its chip's limit is inside: a millivolt is the step in which the kernel
 * counts.
 */
final class RailOutside implements Rule {

  static final String CODE = "PWR-102";

  private static final double STEP_MILLIVOLTS = 1;
  private static final double HYSTERESIS = 0.02;

  /** What a chip has for limits: the file of each side, whether or not it could be read. */
  private record Given(Optional<Reading> min, Optional<Reading> max) {

    static Given by(Component rail) {
      var given =
          new Given(
              limit(rail, Quantity.RAIL_MIN_MILLIVOLTS, Quantity.RAIL_LOW_CRIT_MILLIVOLTS),
              limit(rail, Quantity.RAIL_MAX_MILLIVOLTS, Quantity.RAIL_HIGH_CRIT_MILLIVOLTS));
      double lowest = given.on(Level.Side.LOW).orElse(Double.NEGATIVE_INFINITY);
      double highest = given.on(Level.Side.HIGH).orElse(Double.POSITIVE_INFINITY);
      return lowest >= highest ? new Given(Optional.empty(), Optional.empty()) : given;
    }

    /** A limit of 0 is the register of a limit that was never set. */
    private static Optional<Reading> limit(Component rail, Quantity usual, Quantity critical) {
      return Stream.of(usual, critical)
          .flatMap(quantity -> rail.reading(quantity).filter(Reading::exists).stream())
          .filter(reading -> reading.value().orElse(1) != 0)
          .findFirst();
    }

    /** The limit; its last known value will do, because it does not change while it is silent. */
    OptionalDouble on(Level.Side side) {
      return of(side).map(Reading::value).orElse(OptionalDouble.empty());
    }

    /** Whether there is a limit, and nobody knows which. */
    boolean isUnread(Level.Side side) {
      return of(side).isPresent() && on(side).isEmpty();
    }

    private Optional<Reading> of(Level.Side side) {
      return side == Level.Side.LOW ? min : max;
    }
  }

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
    Given given = Given.by(rail);
    OptionalDouble milliVolts = rail.good(Quantity.RAIL_MILLIVOLTS);
    List<Level> levels = criteria.levels().stream().map(level -> inForce(level, given)).toList();
    List<Verdict> verdicts = levels.stream().map(level -> judge(level, given, milliVolts)).toList();
    return rail.reading(Quantity.RAIL_MILLIVOLTS).filter(Reading::exists).stream()
        .filter(reading -> levels.stream().anyMatch(level -> level.raise().isPresent()))
        .map(
            reading ->
                Finding.judged(rail, verdicts, milliVolts, reading.source(), Optional.of(levels)));
  }

  /** A side whose limit could not be read is not known to be inside. */
  private static Verdict judge(Level level, Given given, OptionalDouble milliVolts) {
    return level.raise().isEmpty() && given.isUnread(level.side())
        ? Verdict.NO_DATA
        : Verdict.of(level, milliVolts);
  }

  /** The level with its configured limit, or else with the chip's of that side, if it has one. */
  private static Level inForce(Level level, Given given) {
    double configured = level.raise().orElse(0);
    if (configured != 0) {
      return level.clear().isPresent() ? level : bounded(level, configured, 0);
    }
    OptionalDouble own = given.on(level.side());
    return own.isPresent() ? bounded(level, own.getAsDouble(), STEP_MILLIVOLTS) : unlimited(level);
  }

  private static Level bounded(Level level, double limit, double step) {
    double width = Math.abs(limit) * HYSTERESIS;
    Bounds bounds =
        level.side() == Level.Side.LOW
            ? Bounds.low(limit - step, limit + width)
            : Bounds.high(limit + step, limit - width);
    return bounds.on(level);
  }

  private static Level unlimited(Level level) {
    return new Level(
        level.side(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        level.severity(),
        level.publicImpact());
  }
}
