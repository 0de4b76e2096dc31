package io.panelwatch.agent.fault.rule;

import java.util.List;

/** The rules of DSK: file systems and disks. */
final class StorageRules {

  static final List<Rule> ALL = List.of(new DiskSpace());

  private StorageRules() {}
}
