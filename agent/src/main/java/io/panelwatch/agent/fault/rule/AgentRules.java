package io.panelwatch.agent.fault.rule;

import java.util.List;

/** The rules of AGT and MNT: the agent itself, and what people owe the board. */
final class AgentRules {

  static final List<Rule> ALL = List.of();

  private AgentRules() {}
}
