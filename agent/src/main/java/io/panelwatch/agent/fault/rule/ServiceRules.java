package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.health.Quantity;
import java.util.List;

/** The rules of SVC: programs that this board must run. */
final class ServiceRules {

  static final List<Rule> ALL = List.of(Flag.of("SVC-951", Quantity.UNIT_FAILED, 1).overWhenGone());

  private ServiceRules() {}
}
