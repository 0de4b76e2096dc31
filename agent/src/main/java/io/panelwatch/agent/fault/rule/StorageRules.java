package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.health.Quantity;
import java.time.Duration;
import java.util.List;

/**
 * The rules of DSK: file systems and disks.
 *
 * <p>DSK-410 is judged by the kernel's log alone. {@code ioerr_cnt}, which is read beside it,
 * counts every command that ended with any result but good (drivers/scsi/scsi_lib.c,
 * scsi_complete), and so also what was answered as it should be: TEST UNIT READY on a card reader
 * without a card, which is asked every two seconds, and the sense data that an ATA passthrough asks
 * for, with which a health check would make the fault that it looks for. By itself it proves
 * nothing; in a freeze frame it says how often.
 */
final class StorageRules {

  static final List<Rule> ALL =
      List.of(
          new DiskSpace("DSK-401", Quantity.FILE_SYSTEM_USED_PERCENT),
          new DiskSpace("DSK-402", Quantity.FILE_SYSTEM_INODES_FREE_PERCENT),
          new ReadOnly(),
          Threshold.of("DSK-404", Quantity.DISK_LIFE_TIME_TENTHS),
          Threshold.of("DSK-405", Quantity.DISK_PRE_END_OF_LIFE),
          Counted.events("DSK-406", Quantity.FILE_SYSTEM_ERRORS),
          new UntilTheDiskIsMissed(Flag.of("DSK-407", Quantity.SMART_PASSED, 0)),
          Counted.events("DSK-408", Quantity.SMART_REALLOCATED_SECTORS)
              .or(
                  Quantity.SMART_REPORTED_UNCORRECT,
                  Quantity.SMART_PENDING_SECTORS,
                  Quantity.SMART_OFFLINE_UNCORRECTABLE),
          new UntilTheDiskIsMissed(new NvmeWorn()),
          Counted.of("DSK-410", Quantity.DISK_LOGGED_ERRORS, Duration.ofHours(1)),
          new DiskMissing(),
          Threshold.of("DSK-412", Quantity.RAID_MISSING_DEVICES));

  private StorageRules() {}
}
