package io.panelwatch.agent.fault.rule;

import java.util.List;

/** The rules of TMP. */
final class TemperatureRules {

  static final List<Rule> ALL = List.of(new SocHot());

  private TemperatureRules() {}
}
