package io.panelwatch.agent.health;

import io.panelwatch.hal.DiskDrive;
import io.panelwatch.hal.FileSystemErrors;
import io.panelwatch.hal.RaidArray;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SmartHealth;
import java.util.List;

/** What file systems, disks and arrays say. */
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

  static List<Reading> of(FileSystemErrors errors) {
    var of = SampleReader.of(errors);
    return List.of(
        of.reading(Quantity.FILE_SYSTEM_ERRORS, errors.errors()),
        of.identity(Quantity.FILE_SYSTEM_IDENTITY, errors.identity()));
  }

  static List<Reading> of(DiskDrive disk) {
    var of = SampleReader.of(disk);
    return List.of(
        of.reading(Quantity.DISK_WORKING, disk.working()),
        of.reading(Quantity.DISK_FIXED, disk.fixed()),
        of.reading(Quantity.DISK_IO_ERRORS, disk.ioErrors()),
        of.reading(Quantity.DISK_LOGGED_ERRORS, disk.loggedErrors()),
        of.reading(Quantity.DISK_LIFE_TIME_TENTHS, disk.lifeTimeTenths()),
        of.reading(Quantity.DISK_PRE_END_OF_LIFE, disk.preEndOfLife()));
  }

  static List<Reading> of(SmartHealth health) {
    var of = SampleReader.of(health);
    return List.of(
        of.reading(Quantity.SMART_PASSED, health.passed()),
        of.reading(Quantity.SMART_REALLOCATED_SECTORS, health.reallocatedSectors()),
        of.reading(Quantity.SMART_REPORTED_UNCORRECT, health.reportedUncorrect()),
        of.reading(Quantity.SMART_PENDING_SECTORS, health.pendingSectors()),
        of.reading(Quantity.SMART_OFFLINE_UNCORRECTABLE, health.offlineUncorrectable()),
        of.reading(Quantity.SMART_CRITICAL_WARNING, health.criticalWarning()),
        of.reading(Quantity.SMART_USED_PERCENT, health.usedPercent()),
        of.reading(Quantity.SMART_SPARE_PERCENT, health.sparePercent()),
        of.reading(Quantity.SMART_SPARE_THRESHOLD_PERCENT, health.spareThresholdPercent()),
        of.reading(Quantity.SMART_POLLED_SECONDS, health.polledSeconds()),
        of.identity(Quantity.SMART_IDENTITY, health.identity()));
  }

  static List<Reading> of(RaidArray array) {
    var of = SampleReader.of(array);
    return List.of(
        of.reading(Quantity.RAID_DEVICES, array.devices()),
        of.reading(Quantity.RAID_MISSING_DEVICES, array.missingDevices()));
  }
}
