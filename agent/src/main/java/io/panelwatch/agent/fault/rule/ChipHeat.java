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

/**
 * TMP-303: a chip has reached the temperature that it calls critical itself, or its alarm says so.
 * A chip that gives no limit and has no alarm is judged only where the configuration gives it a
 * limit.
 *
 * <p>The alarm of coretemp is a log: bit 5 of IA32_THERM_STATUS stays set until the next reset. So
 * an alarm raises nothing where the temperature is known to be below the hysteresis of the limit in
 * force, and nothing beside a temperature that no chip can have, which is {@link SensorNonsense}'s
 * affair.
 */
final class ChipHeat implements Rule {

  static final String CODE = "TMP-303";

  /** Where the chip gives no hysteresis of its own. */
  private static final double HYSTERESIS_CELSIUS = 5;

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(SensorFamily.TEMPERATURES).stream()
        .flatMap(chip -> judge(chip, past, limits.of(CODE, chip.name())).stream())
        .toList();
  }

  private static Optional<Finding> judge(Component chip, Past past, Criteria criteria) {
    Optional<Finding> byLimit = byLimit(chip, past, criteria);
    return isAlarmed(chip) && !byLimit.map(ChipHeat::isCool).orElse(false)
        ? byAlarm(chip, criteria)
        : byLimit.or(() -> byAlarm(chip, criteria));
  }

  private static Optional<Finding> byLimit(Component chip, Past past, Criteria criteria) {
    Optional<Bounds> given = bounds(chip, past);
    return chip.reading(Quantity.TEMPERATURE_CELSIUS)
        .filter(reading -> criteria.configured() || given.isPresent())
        .map(
            reading ->
                criteria.configured()
                    ? Finding.measured(chip, criteria, Plausible.celsius(chip), reading.source())
                    : Finding.given(
                        chip,
                        criteria,
                        given.orElseThrow(),
                        Plausible.celsius(chip),
                        reading.source()));
  }

  private static boolean isCool(Finding finding) {
    return finding.verdicts().stream().allMatch(verdict -> verdict == Verdict.CLEAR);
  }

  private static Optional<Finding> byAlarm(Component chip, Criteria criteria) {
    boolean calm = isWorking(chip) && chip.is(Quantity.TEMPERATURE_CRIT_ALARM, 0);
    Verdict verdict = isAlarmed(chip) ? Verdict.RAISE : Verdict.clearIf(calm);
    return chip.reading(Quantity.TEMPERATURE_CRIT_ALARM)
        .filter(Reading::exists)
        .flatMap(alarm -> chip.reading(Quantity.TEMPERATURE_CELSIUS))
        .map(
            reading ->
                Finding.plain(chip, criteria, verdict, Plausible.celsius(chip), reading.source()));
  }

  private static boolean isAlarmed(Component chip) {
    boolean believed =
        chip.good(Quantity.TEMPERATURE_CELSIUS).isEmpty() || Plausible.celsius(chip).isPresent();
    return isWorking(chip) && believed && chip.is(Quantity.TEMPERATURE_CRIT_ALARM, 1);
  }

  private static boolean isWorking(Component chip) {
    return !chip.is(Quantity.TEMPERATURE_FAULT, 1);
  }

  private static Optional<Bounds> bounds(Component chip, Past past) {
    OptionalDouble hysteresis = chip.good(Quantity.TEMPERATURE_CRIT_HYST_CELSIUS);
    return Plausible.crit(chip, past).stream()
        .mapToObj(crit -> Bounds.high(crit, end(crit, hysteresis)))
        .findFirst();
  }

  /**
   * A hysteresis that is above the limit, or that no chip would ever cool down to, is not meant.
   */
  private static double end(double crit, OptionalDouble hysteresis) {
    return hysteresis.stream()
        .filter(celsius -> celsius <= crit && Plausible.isReached(celsius))
        .findFirst()
        .orElse(crit - HYSTERESIS_CELSIUS);
  }
}
