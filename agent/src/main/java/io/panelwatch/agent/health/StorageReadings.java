package io.panelwatch.agent.health;

import io.panelwatch.hal.Sample;
import java.util.List;

/** What file systems say. */
final class StorageReadings {

  private StorageReadings() {}

  static List<Reading> of(Sample.FileSystem fileSystem) {
    var of = SampleReader.of(fileSystem);
    return List.of(
        of.reading(Quantity.FILE_SYSTEM_USED_PERCENT, fileSystem.usedPercent()),
        of.reading(Quantity.FILE_SYSTEM_SIZE_BYTES, fileSystem.sizeBytes()),
        of.reading(Quantity.FILE_SYSTEM_INODES_FREE_PERCENT, fileSystem.inodesFreePercent()),
        of.reading(Quantity.FILE_SYSTEM_READ_ONLY, fileSystem.readOnly()),
        of.reading(Quantity.FILE_SYSTEM_READ_ONLY_UNEXPECTED, fileSystem.readOnlyUnexpected()));
  }
}
