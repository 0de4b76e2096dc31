package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.health.Quantity;
import java.util.List;

/** The rules of CPU and BRD: the processor and the board itself. */
final class BoardRules {

  static final List<Rule> ALL =
      List.of(Flag.of("BRD-606", Quantity.USB_ATTACHED, 0).overWhenGone());

  private BoardRules() {}
}
