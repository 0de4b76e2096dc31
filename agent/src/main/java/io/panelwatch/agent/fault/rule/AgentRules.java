package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.health.Quantity;
import java.util.List;

/** The rules of AGT and MNT: the agent itself, and what people owe the board. */
final class AgentRules {

  static final List<Rule> ALL =
      List.of(
          new SensorDead(),
          new OutboxFull(),
          Flag.of("AGT-A03", Quantity.AGENT_CONFIGURATION_REFUSED, 1),
          Flag.of("AGT-A04", Quantity.AGENT_STORE_WRITABLE, 0).overWhenGone(),
          Flag.of("AGT-A05", Quantity.AGENT_IDENTITY_TAKEN, 1).overWhenGone(),
          Flag.of("AGT-A06", Quantity.AGENT_REPORT_REFUSED, 1).overWhenGone(),
          Threshold.of("MNT-B01", Quantity.INSPECTION_OVERDUE_DAYS).overWhenGone());

  private AgentRules() {}
}
