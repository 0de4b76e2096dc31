package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.health.Quantity;
import java.util.List;

/** The rules of DSK: file systems and disks. */
final class StorageRules {

  static final List<Rule> ALL =
      List.of(
          new DiskSpace(),
          new DiskMissing(),
          Threshold.of("DSK-412", Quantity.RAID_MISSING_DEVICES));

  private StorageRules() {}
}
