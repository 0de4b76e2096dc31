package io.panelwatch.agent.probe;

import java.time.Duration;
import java.util.List;

/** How disks and file systems fail. */
final class StorageStories {

  private static final String CALLS = "run/panelwatch/calls.json";
  private static final String EMMC = "sys/block/mmcblk0/device/";
  private static final String ERRORS = "sys/fs/ext4/mmcblk0p2/errors_count";
  private static final String SDA = "sys/block/sda/device/";
  private static final String SMART_SDA = "run/panelwatch/smart/sda.json";
  private static final String SMART_NVME0 = "run/panelwatch/smart/nvme0.json";

  /** A line from before anybody listened. */
  static final String KERNEL_LOG = request(1);

  static final List<CodeStory> ALL =
      List.of(
          CodeStory.ofFile("DSK-401", "/", CALLS, calls(10, 60, 0), calls(20, 60, 0))
              .justInside(calls(11, 60, 0))
              .between(calls(19, 60, 0)),
          CodeStory.ofFile("DSK-401", "/", CALLS, calls(2, 60, 0), calls(10, 60, 0))
              .atLevel(2)
              .justInside(calls(3, 60, 0))
              .between(calls(9, 60, 0))
              .leaving("CONFIRMED DSK-401 / MINOR", calls(20, 60, 0)),
          CodeStory.ofFile("DSK-402", "/", CALLS, calls(50, 5, 0), calls(50, 7, 0))
              .justInside(calls(50, 6, 0))
              .between(calls(50, 6, 0)),
          CodeStory.ofFile("DSK-402", "/", CALLS, calls(50, 3, 0), calls(50, 5, 0))
              .atLevel(2)
              .justInside(calls(50, 4, 0))
              .between(calls(50, 4, 0))
              .leaving("CONFIRMED DSK-402 / MINOR", calls(50, 7, 0)),
          CodeStory.ofFile("DSK-403", "/", "proc/1/mountinfo", root("ro"), root("rw")),
          CodeStory.ofFile("DSK-404", "mmcblk0", EMMC + "life_time", "0x02 0x09", "0x02 0x08")
              .justInside("0x08 0x02"),
          CodeStory.ofFile("DSK-404", "mmcblk0", EMMC + "life_time", "0x0b 0x02", "0x0a 0x02")
              .atLevel(2)
              .justInside("0x02 0x0a")
              .leaving("CONFIRMED DSK-404 mmcblk0 MINOR", "0x01 0x01"),
          CodeStory.ofFile("DSK-405", "mmcblk0", EMMC + "pre_eol_info", "0x02", "0x01")
              .justInside("0x01"),
          CodeStory.ofFile("DSK-405", "mmcblk0", EMMC + "pre_eol_info", "0x03", "0x02")
              .atLevel(2)
              .justInside("0x02")
              .leaving("CONFIRMED DSK-405 mmcblk0 MAJOR", "0x01"),
          CodeStory.ofFile("DSK-406", "mmcblk0p2", ERRORS, "3", "3")
              .countedWithin(Duration.ofMinutes(1)),
          CodeStory.ofFile("DSK-407", "sda", SMART_SDA, ata(false, 304), ata(true, 304)),
          CodeStory.ofFile("DSK-408", "sda", SMART_SDA, ata(true, 305), ata(true, 305))
              .countedWithin(Duration.ofMinutes(1)),
          CodeStory.ofFile("DSK-409", "nvme0", SMART_NVME0, nvme(4, 5, 100), nvme(0, 5, 100)),
          CodeStory.ofFile("DSK-409", "nvme0", SMART_NVME0, nvme(0, 90, 100), nvme(0, 89, 100))
              .justInside(nvme(0, 89, 100)),
          CodeStory.ofFile("DSK-409", "nvme0", SMART_NVME0, nvme(0, 5, 9), nvme(0, 5, 10))
              .justInside(nvme(0, 5, 10)),
          CodeStory.of(
                  "DSK-410",
                  "sda",
                  tree ->
                      tree.file(
                          "dev/kmsg",
                          String.join("\n", KERNEL_LOG, request(2), request(3), request(4))),
                  tree -> {})
              .justInside(
                  tree ->
                      tree.file("dev/kmsg", String.join("\n", KERNEL_LOG, request(2), request(3)))
                          .file(SDA + "ioerr_cnt", "0x2a"))
              .countedWithin(Duration.ofHours(1)),
          CodeStory.ofFile("DSK-411", "sda", SDA + "state", "offline", "running"),
          CodeStory.of(
              "DSK-411",
              "sda",
              tree -> tree.delete("sys/block/sda"),
              tree -> tree.file(SDA + "state", "running")),
          CodeStory.ofFile("DSK-411", "nvme0", "sys/class/nvme/nvme0/state", "dead", "live"),
          CodeStory.ofFile(
              "DSK-412", "md0", "proc/mdstat", mirror("[2/1] [U_]"), mirror("[2/2] [UU]")));

  private StorageStories() {}

  /** A table with one array, whose members are in that state. */
  static String mirror(String members) {
    return "md0 : active raid1 sda1[0] sdb1[1]\n      248896 blocks %s".formatted(members);
  }

  /** The root is mounted to be written to, and its file system is in that state. */
  static String root(String fileSystem) {
    return "21 1 179:2 / / rw,relatime - ext4 /dev/mmcblk0p2 %s,errors=remount-ro"
        .formatted(fileSystem);
  }

  /** What statvfs answers for the root, and the clock's chip of its battery. */
  static String calls(int freePercent, int inodesFreePercent, int voltageLow) {
    return """
        {"statvfs": {"/": {"frsize": 4096, "blocks": 100, "bfree": %d, "bavail": %1$d,
                           "files": 100, "ffree": %d}},
         "rtc": {"rtc0": {"vl": %d}}}"""
        .formatted(freePercent, inodesFreePercent, voltageLow);
  }

  /** What smartctl writes of an ATA disk. */
  static String ata(boolean passed, int reallocated) {
    return """
        {"smart_status": {"passed": %s},
         "ata_smart_attributes": {"table": [{"id": 5, "raw": {"value": %d}},
                                            {"id": 197, "raw": {"value": 0}}]}}"""
        .formatted(passed, reallocated);
  }

  /** What smartctl writes of an NVMe disk. */
  static String nvme(int warning, int usedPercent, int sparePercent) {
    return """
        {"smart_status": {"passed": true},
         "nvme_smart_health_information_log":
          {"critical_warning": %d, "percentage_used": %d,
           "available_spare": %d, "available_spare_threshold": 10}}"""
        .formatted(warning, usedPercent, sparePercent);
  }

  /** What the kernel writes of a request that failed. */
  private static String request(int sequence) {
    return "3,%d,7000,-;I/O error, dev sda, sector 2048 op 0x0:(READ)".formatted(sequence);
  }
}
