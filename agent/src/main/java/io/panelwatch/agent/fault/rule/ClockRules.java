package io.panelwatch.agent.fault.rule;

import java.util.List;

/** The rules of CLK. */
final class ClockRules {

  static final List<Rule> ALL = List.of(new ClockUnsynchronised(), new ClockStep());

  private ClockRules() {}
}
