package io.panelwatch.agent.fault.rule;

import java.util.List;

/** The rules of FAN. */
final class CoolingRules {

  static final List<Rule> ALL =
      List.of(new FanStopped(), new FanSlow(), new FanFault(), new FanMissing());

  private CoolingRules() {}
}
