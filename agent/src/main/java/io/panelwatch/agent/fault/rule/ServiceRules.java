package io.panelwatch.agent.fault.rule;

import java.util.List;

/** The rules of SVC: programs that this board must run. */
final class ServiceRules {

  static final List<Rule> ALL = List.of();

  private ServiceRules() {}
}
