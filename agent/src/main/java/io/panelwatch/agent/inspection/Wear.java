package io.panelwatch.agent.inspection;

import io.panelwatch.agent.config.InspectionSettings.Item;
import io.panelwatch.agent.fault.Fault;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Faults that tell of wear, and what is to be looked at because of them. */
final class Wear {

  private Wear() {}

  /** The faultIds of those that concern an item. */
  static Set<String> of(Item item, List<Fault> active) {
    return active.stream()
        .filter(fault -> !fault.test() && item(fault.code()).equals(Optional.of(item)))
        .map(Fault::faultId)
        .collect(Collectors.toSet());
  }

  private static Optional<Item> item(String code) {
    return switch (code) {
      case "DSK-404", "DSK-409" -> Optional.of(Item.MEMORY_AND_DISKS);
      case "PWR-105" -> Optional.of(Item.POWER);
      default -> Optional.empty();
    };
  }
}
