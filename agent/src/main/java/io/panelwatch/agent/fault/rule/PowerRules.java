package io.panelwatch.agent.fault.rule;

import java.util.List;

/** The rules of PWR: supplies, batteries and rails. */
final class PowerRules {

  static final List<Rule> ALL = List.of(new MainsLost());

  private PowerRules() {}
}
