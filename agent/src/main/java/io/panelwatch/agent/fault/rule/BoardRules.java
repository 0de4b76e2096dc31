package io.panelwatch.agent.fault.rule;

import java.util.List;

/** The rules of CPU and BRD: the processor and the board itself. */
final class BoardRules {

  static final List<Rule> ALL = List.of();

  private BoardRules() {}
}
