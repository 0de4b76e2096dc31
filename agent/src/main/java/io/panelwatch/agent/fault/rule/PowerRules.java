package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.health.Quantity;
import java.util.List;

/** The rules of PWR: supplies, batteries and rails. */
final class PowerRules {

  static final List<Rule> ALL =
      List.of(
          new MainsLost(),
          Flag.of("PWR-107", Quantity.UPS_ANSWERING, 0).overWhenGone(),
          new UncleanStart());

  private PowerRules() {}
}
