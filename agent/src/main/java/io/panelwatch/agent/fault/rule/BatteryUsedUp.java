package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.List;
import java.util.stream.Stream;

/**
 * PWR-106: a battery of the board discharges although a supply that feeds the board is online. One
 * that merely does not charge is well: many are kept below full on purpose. A UPS's is not meant:
 * the supply that is online stands behind it, and that it discharges is {@link MainsLost}'s affair.
 */
final class BatteryUsedUp implements Rule {

  static final String CODE = "PWR-106";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    List<Component> supplies = scan.components(SensorFamily.POWER_SUPPLIES);
    boolean fed = PowerRules.isFed(supplies);
    return supplies.stream()
        .filter(supply -> supply.isKnownAs(Quantity.SUPPLY_IS_BATTERY))
        .filter(battery -> !battery.isKnownAs(Quantity.SUPPLY_IS_UPS))
        .flatMap(battery -> judge(battery, fed, limits))
        .toList();
  }

  @Override
  public Verdict ofVanished(Scan scan) {
    return Verdict.clearIf(scan.answered(SensorFamily.POWER_SUPPLIES));
  }

  private static Stream<Finding> judge(Component battery, boolean fed, Limits limits) {
    return battery.reading(Quantity.SUPPLY_DISCHARGING).stream()
        .map(
            reading ->
                Finding.plain(
                    battery,
                    limits.of(CODE, battery.name()),
                    Verdict.of(battery.good(Quantity.SUPPLY_DISCHARGING), yes -> fed && yes == 1),
                    battery.good(Quantity.SUPPLY_DISCHARGING),
                    reading.source()));
  }
}
