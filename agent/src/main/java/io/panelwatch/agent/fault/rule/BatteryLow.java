package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * PWR-104: what the board runs on without mains is nearly empty.
 *
 * <p>Every level but the first says that the end is near, and that is so only while the battery is
 * being used up: one that charges again from a few percent up is low, and no reason to send anybody
 * away.
 *
 * <p>A UPS that says itself that it will soon end is at the worst level whatever its charge: it
 * knows its load and its shutdown time, and many do not tell a charge at all.
 */
final class BatteryLow implements Rule {

  static final String CODE = "PWR-104";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    List<Component> supplies = scan.components(SensorFamily.POWER_SUPPLIES);
    boolean fed = PowerRules.isFed(supplies);
    return supplies.stream()
        .filter(BatteryLow::feedsTheBoardWhenTheMainsDoesNot)
        .flatMap(battery -> judge(battery, fed, limits.of(CODE, battery.name())))
        .toList();
  }

  /** A battery that was taken out is not low. */
  @Override
  public Verdict ofVanished(Scan scan) {
    return Verdict.clearIf(scan.answered(SensorFamily.POWER_SUPPLIES));
  }

  private static boolean feedsTheBoardWhenTheMainsDoesNot(Component supply) {
    return supply.isKnownAs(Quantity.SUPPLY_IS_BATTERY) || supply.isKnownAs(Quantity.SUPPLY_IS_UPS);
  }

  private static Stream<Finding> judge(Component battery, boolean fed, Criteria criteria) {
    return battery.reading(Quantity.SUPPLY_CAPACITY_PERCENT).stream()
        .map(capacity -> judge(battery, capacity, criteria))
        .map(low -> isUsedUp(battery, fed) ? low : notNearItsEnd(battery, low));
  }

  private static Finding judge(Component battery, Reading capacity, Criteria criteria) {
    OptionalDouble percent = battery.good(Quantity.SUPPLY_CAPACITY_PERCENT);
    if (battery.is(Quantity.SUPPLY_SAYS_LOW, 1)) {
      return Finding.plain(battery, criteria, Verdict.RAISE, percent, capacity.source());
    }
    return battery.is(Quantity.SUPPLY_SAYS_LOW, 0) && !capacity.exists()
        ? Finding.plain(battery, criteria, Verdict.CLEAR, percent, capacity.source())
        : Finding.measured(battery, criteria, percent, capacity.source());
  }

  /**
   * In doubt it is: a battery that does not say whether it discharges may be all there is, and a
   * supply that is online behind a UPS proves nothing of it.
   */
  private static boolean isUsedUp(Component battery, boolean fed) {
    return battery.good(Quantity.SUPPLY_DISCHARGING).isPresent()
        ? battery.is(Quantity.SUPPLY_DISCHARGING, 1)
        : battery.isKnownAs(Quantity.SUPPLY_IS_UPS) || !fed;
  }

  private static Finding notNearItsEnd(Component battery, Finding low) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Verdict verdict : low.verdicts()) {
      verdicts.add(verdicts.isEmpty() || verdict == Verdict.NO_DATA ? verdict : Verdict.CLEAR);
    }
    return Finding.judged(battery, verdicts, low.value(), low.source(), Optional.empty());
  }
}
