package io.panelwatch.hal.linux.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.RaidArray;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.hal.linux.RecordedTree;
import io.panelwatch.hal.linux.file.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaidSourceTest {

  @TempDir Path folder;
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  private List<RaidArray> arrays() throws IOException {
    return tree.samples(SensorFamily.RAID_ARRAYS, RaidArray.class);
  }

  @Test
  void degradedArrayLacksADevice() throws IOException {
    tree.file("proc/mdstat", "md6 : active raid1 sdb2[2](F) sda2[0]\n      1 blocks [2/1] [U_]");

    assertEquals(
        List.of(new RaidArray("md6", folder + "/proc/mdstat", Measured.of(2), Measured.of(1))),
        arrays());
  }

  @Test
  void brokenArrayLacksWhatItTellsOrElseAtLeastOne() throws IOException {
    String table =
        """
        md0 : broken raid1 sdb1[1](F) sda1[0](F)
              248896 blocks [2/0] [__]
        md2 : broken raid0 sdf1[1] sde1[0]
              314159265 blocks 64k chunks
        """;
    tree.file("proc/mdstat", table);
    assertEquals(
        List.of("md0 2 2", "md2 - 1"), arrays().stream().map(RaidSourceTest::text).toList());

    tree.delete("proc/mdstat")
        .file("sys/block/md0/md/array_state", "broken")
        .file("sys/block/md0/md/raid_disks", "2")
        .file("sys/block/md0/md/degraded", "2")
        .file("sys/block/md2/md/array_state", "broken")
        .file("sys/block/md2/md/raid_disks", "2");
    assertEquals(
        List.of("md0 2 2", "md2 - 1"), arrays().stream().map(RaidSourceTest::text).toList());
  }

  @Test
  void tableHasTheLastWordOverTheFolders() throws IOException {
    tree.file("proc/mdstat", "unused devices: <none>")
        .file("sys/block/md5/md/array_state", "clean")
        .file("sys/block/md5/md/degraded", "1");

    assertEquals(List.of(), arrays());
  }

  @Test
  void foldersServeWhereThereIsNoTable() throws IOException {
    tree.file("sys/block/md5/md/array_state", "clean")
        .file("sys/block/md5/md/degraded", "1")
        .file("sys/block/md5/md/raid_disks", "3")
        .file("sys/block/md6/md/array_state", "inactive")
        .file("sys/block/md6/md/degraded", "2")
        .file("sys/block/md127/md/array_state", "inactive")
        .file("sys/block/md127/md/metadata_version", "external:imsm")
        .file("sys/block/md7/md/array_state", "active")
        .file("sys/block/md7/md/raid_disks", "2")
        .file("sys/block/md8/md/array_state", "active")
        .file("sys/block/md8/md/degraded", "1")
        .file("sys/block/md8/md/raid_disks", "4 (3)");

    assertEquals(
        List.of("md5 3 1", "md6 - 1", "md7 - -", "md8 - 1", "md127 - -"),
        arrays().stream().map(RaidSourceTest::text).toList());
  }

  @Test
  void arrayThatDoesNotStartLacksADeviceOnceItHadTheTimeTo() throws IOException {
    var clock = new ManualClock();
    var source = new RaidSource(new Tree(folder), clock, Duration.ofMinutes(1));
    tree.file("proc/mdstat", "md0 : inactive sda1[0](S)\n      248896 blocks super 1.2");
    assertEquals(List.of("md0 - -"), texts(source));
    clock.advance(Duration.ofSeconds(59));
    assertEquals(List.of("md0 - -"), texts(source));

    clock.advance(Duration.ofSeconds(1));
    assertEquals(List.of("md0 - 1"), texts(source));

    tree.file("proc/mdstat", "md0 : active raid1 sda1[0] sdb1[1]\n      1 blocks [2/2] [UU]");
    assertEquals(List.of("md0 2 0"), texts(source));
    tree.file("proc/mdstat", "md0 : inactive sda1[0](S)\n      248896 blocks super 1.2");
    assertEquals(List.of("md0 - -"), texts(source), "another start");
  }

  private static List<String> texts(RaidSource source) throws IOException {
    return source.read().stream().map(RaidArray.class::cast).map(RaidSourceTest::text).toList();
  }

  private static String text(RaidArray array) {
    return "%s %s %s"
        .formatted(array.component(), count(array.devices()), count(array.missingDevices()));
  }

  private static String count(Measured measured) {
    return measured.number().isPresent() ? "" + (int) measured.number().getAsDouble() : "-";
  }

  @Test
  void tableThatCannotBeReadIsAFailureAndNoReasonToBelieveTheFolders() throws IOException {
    tree.folder("proc/mdstat")
        .file("sys/block/md5/md/array_state", "clean")
        .file("sys/block/md5/md/degraded", "1");

    DeviceException refused = assertThrows(DeviceException.class, this::arrays);

    assertEquals(Errno.EISDIR.number(), refused.errno());
    assertEquals(folder + "/proc/mdstat", refused.path());
  }
}
