package io.panelwatch.agent.fault.rule;

import java.util.List;

/** The rules of NET. */
final class NetworkRules {

  static final List<Rule> ALL = List.of();

  private NetworkRules() {}
}
