package io.panelwatch.agent.health;

import io.panelwatch.hal.Memory;
import io.panelwatch.hal.MemoryController;
import java.util.List;

/** What the main memory and those who check it say. */
final class MemoryReadings {

  private MemoryReadings() {}

  static List<Reading> of(Memory memory) {
    var of = SampleReader.of(memory);
    return List.of(
        of.reading(Quantity.MEMORY_TOTAL_BYTES, memory.totalBytes()),
        of.reading(Quantity.MEMORY_AVAILABLE_PERCENT, memory.availablePercent()),
        of.reading(Quantity.MEMORY_OOM_KILLS, memory.oomKills()));
  }

  static List<Reading> of(MemoryController controller) {
    var of = SampleReader.of(controller);
    return List.of(
        of.reading(Quantity.ECC_UNCORRECTED_ERRORS, controller.uncorrectedErrors()),
        of.reading(Quantity.ECC_CORRECTED_ERRORS, controller.correctedErrors()));
  }
}
