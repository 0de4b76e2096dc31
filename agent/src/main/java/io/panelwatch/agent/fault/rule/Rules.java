package io.panelwatch.agent.fault.rule;

import java.util.List;
import java.util.stream.Stream;

/** The rules of this program, trade by trade; causes before their symptoms. */
public final class Rules {

  private static final List<Rule> ALL =
      Stream.of(
              PowerRules.ALL,
              CoolingRules.ALL,
              TemperatureRules.ALL,
              StorageRules.ALL,
              MemoryRules.ALL,
              BoardRules.ALL,
              DisplayRules.ALL,
              NetworkRules.ALL,
              ClockRules.ALL,
              ServiceRules.ALL,
              AgentRules.ALL)
          .flatMap(List::stream)
          .toList();

  private Rules() {}

  /** One rule for each code of the catalogue, in its order. */
  public static List<Rule> all() {
    return ALL;
  }
}
