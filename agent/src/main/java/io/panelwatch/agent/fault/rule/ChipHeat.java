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
 * TMP-303: a chip has reached the temperature that it calls critical itself, or its alarm says so.
 *
 * <p>Limits outside of {@link #LOWEST_CRIT_CELSIUS} to {@link #HIGHEST_CRIT_CELSIUS} are not meant:
 * firmware and drivers give 0, 20.8 and 65261.85. A chip that gives none is judged only where the
 * configuration gives it one.
 */
final class ChipHeat implements Rule {

  static final String CODE = "TMP-303";

  private static final double LOWEST_CRIT_CELSIUS = 40;
  private static final double HIGHEST_CRIT_CELSIUS = 150;

  /** Where the chip gives no hysteresis of its own. */
  private static final double HYSTERESIS_CELSIUS = 5;

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(SensorFamily.TEMPERATURES).stream()
        .flatMap(chip -> judge(chip, limits.of(CODE, chip.name())))
        .toList();
  }

  private static Stream<Finding> judge(Component chip, Criteria criteria) {
    Optional<Bounds> given = bounds(chip);
    boolean judged = criteria.configured() || given.isPresent() || hasAlarm(chip);
    return chip.reading(Quantity.TEMPERATURE_CELSIUS).stream()
        .filter(reading -> judged)
        .map(reading -> judge(chip, criteria, given, reading.source()));
  }

  private static Finding judge(
      Component chip, Criteria criteria, Optional<Bounds> given, String source) {
    OptionalDouble celsius = Plausible.celsius(chip);
    if (criteria.configured()) {
      return Finding.measured(chip.name(), criteria, celsius, source, chip.readings());
    }
    boolean working = !chip.is(Quantity.TEMPERATURE_FAULT, 1);
    boolean alarmed = working && chip.is(Quantity.TEMPERATURE_CRIT_ALARM, 1);
    if (given.isPresent() && !alarmed) {
      return Finding.given(chip.name(), criteria, given.get(), celsius, source, chip.readings());
    }
    boolean calm = working && chip.is(Quantity.TEMPERATURE_CRIT_ALARM, 0);
    Verdict verdict = alarmed ? Verdict.RAISE : Verdict.clearIf(calm);
    return Finding.plain(chip.name(), criteria, verdict, celsius, source, chip.readings());
  }

  private static boolean hasAlarm(Component chip) {
    return chip.reading(Quantity.TEMPERATURE_CRIT_ALARM).filter(Reading::exists).isPresent();
  }

  private static Optional<Bounds> bounds(Component chip) {
    OptionalDouble hysteresis = chip.good(Quantity.TEMPERATURE_CRIT_HYST_CELSIUS);
    return chip.reading(Quantity.TEMPERATURE_CRIT_CELSIUS).stream()
        .flatMap(reading -> reading.value().stream().boxed())
        .filter(crit -> crit >= LOWEST_CRIT_CELSIUS && crit <= HIGHEST_CRIT_CELSIUS)
        .findFirst()
        .map(crit -> Bounds.high(crit, end(crit, hysteresis)));
  }

  /**
   * A hysteresis that is above the limit, or that no chip would ever cool down to, is not meant.
   */
  private static double end(double crit, OptionalDouble hysteresis) {
    return hysteresis.stream()
        .filter(celsius -> celsius <= crit && celsius >= LOWEST_CRIT_CELSIUS)
        .findFirst()
        .orElse(crit - HYSTERESIS_CELSIUS);
  }
}
