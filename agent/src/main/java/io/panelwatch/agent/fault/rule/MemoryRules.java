package io.panelwatch.agent.fault.rule;

import java.util.List;

/** The rules of MEM. */
final class MemoryRules {

  static final List<Rule> ALL = List.of(new MemoryErrors());

  private MemoryRules() {}
}
