package io.panelwatch.hal.linux.storage;

import static io.panelwatch.hal.linux.RecordedTree.components;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.DiskDrive;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.hal.linux.LinuxBoard;
import io.panelwatch.hal.linux.RecordedTree;
import io.panelwatch.hal.linux.file.SignOfLife;
import io.panelwatch.hal.linux.file.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSourceTest {

  private static final String LEFT = "run/panelwatch/kmsg";

  @TempDir Path folder;
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  private List<DiskDrive> disks() throws IOException {
    return tree.samples(SensorFamily.DISKS, DiskDrive.class);
  }

  private RecordedTree scsi(String name, String state) throws IOException {
    return tree.file("sys/block/" + name + "/device/state", state);
  }

  @Test
  void onlyWholeDisksWithHardwareBehindThemAreListed() throws IOException {
    scsi("sda", "running");
    scsi("sr0", "running");
    tree.folder("sys/block/mmcblk0/device")
        .folder("sys/block/mmcblk0boot0/device")
        .folder("sys/block/mmcblk0rpmb/device")
        .folder("sys/block/vda/device")
        .folder("sys/block/loop0")
        .folder("sys/block/dm-0/dm")
        .folder("sys/block/md0/md")
        .folder("sys/block/zram0")
        .folder("sys/block/nvme0n1/device");

    assertEquals(List.of("mmcblk0", "sda", "vda"), components(disks()).stream().sorted().toList());
  }

  @Test
  void diskThatTheKernelGaveUpDoesNotWorkAndOneInBetweenSaysNothing() throws IOException {
    scsi("sda", "running");
    scsi("sdb", "offline");
    scsi("sdc", "transport-offline");
    scsi("sdd", "blocked");
    scsi("sde", "quiesce");

    assertEquals(
        List.of(
            Measured.of(true),
            Measured.of(false),
            Measured.of(false),
            Measured.absent(),
            Measured.absent()),
        disks().stream().map(DiskDrive::working).toList());
  }

  @Test
  void stickAndUsbDiskAreNotFixed() throws IOException {
    scsi("sda", "running").file("sys/block/sda/removable", "0");
    scsi("sdb", "running").file("sys/block/sdb/removable", "1");
    String usb = "sys/devices/pci0/usb1/1-2/host3/block/sdc";
    tree.file(usb + "/removable", "0")
        .folder(usb + "/device")
        .link("sys/block/sdc", "../devices/pci0/usb1/1-2/host3/block/sdc");

    assertEquals(
        List.of(Measured.of(true), Measured.of(false), Measured.of(false)),
        disks().stream().map(DiskDrive::fixed).toList());
  }

  @Test
  void errorCountAndWearOfFlashAreHexadecimal() throws IOException {
    tree.file("sys/block/sda/device/ioerr_cnt", "0x1f")
        .file("sys/block/mmcblk0/device/life_time", "0x01 0x0a")
        .file("sys/block/mmcblk0/device/pre_eol_info", "0x02")
        .file("sys/block/mmcblk1/device/life_time", "0x00 0x00")
        .file("sys/block/mmcblk1/device/pre_eol_info", "0x00")
        .file("sys/block/mmcblk2/device/life_time", "worn");

    List<DiskDrive> disks = disks();

    assertEquals(List.of("mmcblk0", "sda", "mmcblk1", "mmcblk2"), components(disks));
    assertEquals(Measured.of(10), disks.getFirst().lifeTimeTenths());
    assertEquals(Measured.of(2), disks.getFirst().preEndOfLife());
    assertEquals(Measured.of(31), disks.get(1).ioErrors());
    assertEquals(Measured.absent(), disks.get(2).lifeTimeTenths());
    assertEquals(Measured.absent(), disks.get(2).preEndOfLife());
    assertTrue(disks.get(3).lifeTimeTenths() instanceof Measured.Failed);
  }

  @Test
  void questionsForAMediumAreNoErrorsOfAReader() throws IOException {
    scsi("sdb", "running")
        .file("sys/block/sdb/removable", "1")
        .file("sys/block/sdb/device/ioerr_cnt", "0x13");

    assertEquals(Measured.absent(), disks().getFirst().ioErrors());
  }

  @Test
  void deadNvmeControllerDoesNotWorkUnlessAnotherPathDoes() throws IOException {
    nvme("nvme0", "dead", "nqn.a");
    nvme("nvme1", "dead", "nqn.b");
    nvme("nvme2", "live", "nqn.b");
    nvme("nvme3", "resetting", "nqn.c");
    nvme("nvme4", "dead", "nqn.d").file("sys/class/nvme/nvme4/transport", "tcp");

    assertEquals(List.of("nvme0", "nvme1", "nvme2", "nvme3"), components(disks()));
    assertEquals(
        List.of(Measured.of(false), Measured.absent(), Measured.of(true), Measured.absent()),
        disks().stream().map(DiskDrive::working).toList());
  }

  private RecordedTree nvme(String name, String state, String subsystem) throws IOException {
    return tree.file("sys/class/nvme/" + name + "/state", state)
        .file("sys/class/nvme/" + name + "/subsysnqn", subsystem);
  }

  @Test
  void failedRequestsOfTheKernelLogAreCountedByDisk() throws IOException {
    scsi("sda", "running").folder("sys/class/nvme/nvme0");
    Path log = folder.resolve("dev/kmsg");
    tree.file("dev/kmsg", record("I/O error, dev sda, sector 1 op 0x0:(READ) flags 0x0"));
    try (LinuxBoard board = LinuxBoard.of(folder)) {
      var source = board.sources().stream().filter(s -> s instanceof DiskSource).findFirst();
      assertEquals(0, logged(source.orElseThrow().read().getFirst()), "old lines do not count");

      Files.writeString(
          log,
          record("blk_update_request: critical medium error, dev sda, sector 2 op 0x0:(READ)")
              + "\n SUBSYSTEM=block\n DEVICE=b8:0\n"
              + record("Buffer I/O error on dev sda1, logical block 0, async page read")
              + "\n"
              + record("operation not supported error, dev sda, sector 3 op 0x3:(DISCARD)")
              + "\n12,9,9,-;I/O error, dev sda, sector 4: forged by a program\n"
              + record("print_req_error: I/O error, dev nvme0n1, sector 5")
              + "\n",
          StandardOpenOption.APPEND);

      List<? extends Sample> read = source.orElseThrow().read();
      assertEquals(1, logged(read.getFirst()));
      assertEquals(1, logged(read.get(1)));
    }
  }

  @Test
  void logThatAHelperLeavesServesWhereTheKernelsOwnIsNotToBeRead() throws IOException {
    tree.folder("sys/block/cciss!c0d0/device").folder("sys/class/nvme/nvme1");
    try (LinuxBoard board = LinuxBoard.of(folder)) {
      SensorSource source =
          board.sources().stream().filter(DiskSource.class::isInstance).findFirst().orElseThrow();
      assertEquals(Measured.absent(), ((DiskDrive) source.read().getFirst()).loggedErrors());

      tree.file(LEFT, record("I/O error, dev cciss/c0d0, sector 1") + "\n" + record("x"));
      assertEquals(List.of(1, 0), logged(source));
      append(LEFT, record("I/O error, dev nvme0c1n1, sector 2"));
      assertEquals(List.of(1, 1), logged(source));
    }
  }

  private List<Integer> logged(SensorSource source) throws IOException {
    return source.read().stream().map(DiskSourceTest::logged).toList();
  }

  private void append(String path, String record) throws IOException {
    Files.writeString(folder.resolve(path), record + "\n", StandardOpenOption.APPEND);
  }

  @Test
  void leftLogThatWasThereBeforeIsOldAndOneThatTakesItsPlaceIsNew() throws IOException {
    scsi("sda", "running").file(LEFT, record("I/O error, dev sda, sector 1 of a long line"));
    try (LinuxBoard board = LinuxBoard.of(folder)) {
      SensorSource source =
          board.sources().stream().filter(DiskSource.class::isInstance).findFirst().orElseThrow();
      assertEquals(List.of(0), logged(source));

      tree.file("run/panelwatch/kmsg.new", record("I/O error, dev sda, sector 2 of a long line"));
      Files.move(
          folder.resolve("run/panelwatch/kmsg.new"),
          folder.resolve(LEFT),
          StandardCopyOption.REPLACE_EXISTING);
      assertEquals(List.of(1), logged(source), "replaced");

      tree.file(LEFT, record("I/O error, dev sda, sector 3"));
      assertEquals(List.of(2), logged(source), "truncated");
    }
  }

  @Test
  void logThatMayNotBeReadIsDeniedForEachDisk() {
    var denied = new Measured.Denied(Errno.EPERM.number(), "open", "/dev/kmsg");
    var counts = new DiskErrorLog.Counts(Map.of(), Optional.of(denied));

    assertEquals(denied, counts.of("sda"));
    assertEquals(denied, counts.ofNamespaces("nvme0"));
  }

  @Test
  void logThatItsHelperStillTouchesSaysThatNothingFailedAndOneThatNobodyDoesIsAFailure()
      throws IOException {
    var clock = new ManualClock();
    tree.file(LEFT, record("x")).written(LEFT, clock.wall().getEpochSecond());
    var recorded = new Tree(folder);
    var errors =
        new DiskErrorLog(
            new KernelLog(recorded), new LeftKernelLog(recorded, new SignOfLife(clock, true)));
    assertEquals(Measured.of(0), errors.read().of("sda"));

    clock.advance(SignOfLife.LONGEST);
    assertEquals(SignOfLife.silence(folder + "/" + LEFT), errors.read().of("sda"));

    tree.written(LEFT, clock.wall().getEpochSecond());
    assertEquals(Measured.of(0), errors.read().of("sda"));
    clock.advance(SignOfLife.LONGEST);
    append(LEFT, record("I/O error, dev sda, sector 1"));
    tree.written(LEFT, clock.wall().getEpochSecond());
    assertEquals(Measured.of(1), errors.read().of("sda"), "the helper is back");
  }

  private static String record(String message) {
    return "3,1234,567890,-;" + message;
  }

  private static int logged(Sample disk) {
    return (int) ((DiskDrive) disk).loggedErrors().number().orElseThrow();
  }

  @Test
  void withoutAKernelLogNothingIsSaidOfIt() throws IOException {
    scsi("sda", "running");

    assertEquals(Measured.absent(), disks().getFirst().loggedErrors());
  }
}
