package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import java.util.List;

/** The rules of PWR: supplies, batteries and rails. */
final class PowerRules {

  static final List<Rule> ALL =
      List.of(
          Flag.of("PWR-101", Quantity.RAIL_LOW_CRIT_ALARM, 1)
              .where(rail -> rail.isKnownAs(Quantity.RAIL_OF_PI_SUPERVISOR)),
          new RailOutside(),
          new MainsLost(),
          new BatteryLow(),
          new BatteryWorn(),
          new BatteryUsedUp(),
          Flag.of("PWR-107", Quantity.UPS_ANSWERING, 0).overWhenGone(),
          new UncleanStart());

  private PowerRules() {}

  /** Whether a supply that feeds the board is known to be online. */
  static boolean isFed(List<Component> supplies) {
    return supplies.stream()
        .filter(supply -> supply.isKnownAs(Quantity.SUPPLY_FEEDS_BOARD))
        .anyMatch(supply -> supply.is(Quantity.SUPPLY_ONLINE, 1));
  }
}
