package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.health.Quantity;
import java.util.List;

/** The rules of MEM. */
final class MemoryRules {

  static final List<Rule> ALL =
      List.of(
          Threshold.of("MEM-501", Quantity.MEMORY_AVAILABLE_PERCENT),
          Counted.events("MEM-502", Quantity.MEMORY_OOM_KILLS),
          new MemoryErrors());

  private MemoryRules() {}
}
