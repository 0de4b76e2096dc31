package io.panelwatch.agent.fault.rule;

import java.util.List;

/** The rules of DSP: the panel as its driver fares with it. */
final class DisplayRules {

  static final List<Rule> ALL =
      List.of(new PanelRefusal(), new PanelAbsent(), new PanelFrozen(), new PanelReset());

  private DisplayRules() {}
}
