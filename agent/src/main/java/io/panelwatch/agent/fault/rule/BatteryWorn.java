package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * PWR-105: a battery of the board holds far less than when it was new, or says itself that it is
 * not well. A gauge that gives more than {@link #MOST_PERCENT}, or nothing at all, was never
 * calibrated and proves neither.
 */
final class BatteryWorn implements Rule {

  static final String CODE = "PWR-105";

  private static final double MOST_PERCENT = 150;

  private static final List<Quantity> EACH_OF_WHICH_TELLS =
      List.of(Quantity.SUPPLY_FULL_OF_DESIGN_PERCENT, Quantity.SUPPLY_HEALTH_GOOD);

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(SensorFamily.POWER_SUPPLIES).stream()
        .filter(supply -> supply.isKnownAs(Quantity.SUPPLY_IS_BATTERY))
        .flatMap(battery -> judge(battery, limits.of(CODE, battery.name())))
        .toList();
  }

  /** A battery that was taken out is not worn any more. */
  @Override
  public Verdict ofVanished(Scan scan) {
    return Verdict.clearIf(scan.answered(SensorFamily.POWER_SUPPLIES));
  }

  private static Stream<Finding> judge(Component battery, Criteria criteria) {
    OptionalDouble percent = plausible(battery.good(Quantity.SUPPLY_FULL_OF_DESIGN_PERCENT));
    OptionalDouble good = battery.good(Quantity.SUPPLY_HEALTH_GOOD);
    boolean unwell = good.isPresent() && good.getAsDouble() == 0;
    Verdict plain = unwell ? Verdict.RAISE : Verdict.clearIf(good.isPresent());
    return EACH_OF_WHICH_TELLS.stream()
        .flatMap(quantity -> battery.reading(quantity).stream())
        .max(Comparator.comparing(Reading::exists))
        .stream()
        .map(Reading::source)
        .map(
            source ->
                unwell || percent.isEmpty()
                    ? Finding.plain(battery, criteria, plain, percent, source)
                    : Finding.measured(battery, criteria, percent, source))
        .map(finding -> finding.inDoubtIf(EACH_OF_WHICH_TELLS.stream().anyMatch(battery::silent)));
  }

  private static OptionalDouble plausible(OptionalDouble percent) {
    return percent.stream().filter(value -> value > 0 && value <= MOST_PERCENT).findFirst();
  }
}
