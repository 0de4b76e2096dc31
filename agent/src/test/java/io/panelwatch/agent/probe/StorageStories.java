package io.panelwatch.agent.probe;

import java.util.List;

/** How disks and file systems fail. */
final class StorageStories {

  private static final String SDA = "sys/block/sda/device/state";

  static final List<CodeStory> ALL =
      List.of(
          CodeStory.ofFile("DSK-411", "sda", SDA, "offline", "running"),
          CodeStory.of(
              "DSK-411",
              "sda",
              tree -> tree.delete("sys/block/sda"),
              tree -> tree.file(SDA, "running")),
          CodeStory.ofFile("DSK-411", "nvme0", "sys/class/nvme/nvme0/state", "dead", "live"),
          CodeStory.ofFile(
              "DSK-412", "md0", "proc/mdstat", mirror("[2/1] [U_]"), mirror("[2/2] [UU]")));

  private StorageStories() {}

  /** A table with one array, whose members are in that state. */
  static String mirror(String members) {
    return "md0 : active raid1 sda1[0] sdb1[1]\n      248896 blocks %s".formatted(members);
  }
}
