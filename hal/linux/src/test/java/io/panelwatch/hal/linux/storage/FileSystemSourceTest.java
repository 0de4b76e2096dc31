package io.panelwatch.hal.linux.storage;

import static io.panelwatch.hal.linux.RecordedTree.components;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.RecordedTree;
import io.panelwatch.hal.linux.kernel.FileNames;
import io.panelwatch.hal.linux.kernel.FileStamp;
import io.panelwatch.hal.linux.kernel.StatVfs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSystemSourceTest {

  private static final String ROOT = "21 1 179:2 / / rw,relatime shared:1 - ext4 /dev/root rw";

  @TempDir Path folder;
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  private RecordedTree mounted(String... lines) throws IOException {
    return tree.file("proc/1/mountinfo", String.join("\n", lines));
  }

  @Test
  void recordingTellsWhatIsMountedAndNothingOfItsSpace() throws IOException {
    assertEquals(
        List.of(
            new Sample.FileSystem(
                "/",
                "/",
                "/",
                "/dev/root",
                "ext4",
                Measured.notRecorded(),
                Measured.notRecorded(),
                Measured.notRecorded(),
                Measured.of(false),
                Measured.of(false))),
        mounted(ROOT).fileSystems());
  }

  @Test
  void bindMountAndSubvolumeAreNoSecondFileSystem() throws IOException {
    mounted(
        "30 21 179:3 /log /var/log rw - ext4 /dev/mmcblk0p3 rw",
        "31 21 179:3 / /srv/data/all rw - ext4 /dev/mmcblk0p3 rw",
        ROOT,
        "32 21 0:40 /@ /b rw - btrfs /dev/sda1 rw",
        "33 21 0:40 /@home /home rw - btrfs /dev/sda1 rw");

    assertEquals(List.of("/", "/b", "/srv/data/all"), components(tree.fileSystems()));
  }

  @Test
  void memoryImagesNetworkAndFuseAreNotWatchedForSpace() throws IOException {
    mounted(
        ROOT,
        "22 21 0:4 / /proc rw - proc proc rw",
        "23 21 0:5 / /dev rw - devtmpfs udev rw",
        "24 21 0:24 / /tmp rw - tmpfs tmpfs rw",
        "25 21 7:1 / /snap/core/1 ro - squashfs /dev/loop1 ro",
        "26 21 11:0 / /media/cd ro - iso9660 /dev/sr0 ro",
        "27 21 0:42 / /mnt/nfs rw - nfs4 10.0.0.1:/srv rw",
        "28 21 0:43 / /mnt/smb rw - cifs //10.0.0.1/srv rw",
        "29 21 0:44 / /etc/pve rw - fuse /dev/fuse rw");

    assertEquals(List.of("/"), components(tree.fileSystems()));
  }

  @Test
  void flashAndNtfsAreWatched() throws IOException {
    mounted(
        "21 1 0:14 / / rw - ubifs ubi0:rootfs rw",
        "22 21 0:51 / /media/stick rw - fuseblk /dev/sdb1 rw");

    assertEquals(List.of("/", "/media/stick"), components(tree.fileSystems()));
  }

  @Test
  void readOnlyMountAndReadOnlyFileSystemAreBothReadOnly() throws IOException {
    mounted(
        "21 1 179:2 / / rw,relatime - ext4 /dev/a ro,errors=remount-ro",
        "22 21 179:3 / /boot ro,relatime shared:2 master:3 - vfat /dev/b rw,errors=remount-ro",
        "23 21 179:4 / /data rw - ext4 /dev/c rw,errors=remount-ro");

    assertEquals(
        List.of(Measured.of(true), Measured.of(true), Measured.of(false)),
        tree.fileSystems().stream().map(Sample.FileSystem::readOnly).toList());
  }

  @Test
  void onlyAFileSystemThatTheKernelMadeReadOnlyIsUnexpectedlySo() throws IOException {
    mounted(
        "21 1 179:2 / / rw,relatime - ext4 /dev/a ro,errors=remount-ro",
        "22 21 179:3 / /b ro,relatime - vfat /dev/b ro",
        "23 21 179:4 / /c ro - ext4 /dev/c rw",
        "24 21 179:5 / /d rw - ext4 /dev/d rw,emergency_ro",
        "25 21 179:6 / /e rw - hfsplus /dev/e ro",
        "26 21 179:7 / /f rw - ext4 /dev/f rw,errors=remount-ro",
        "27 21 179:8 / /g rw - ext4 /dev/g rw,shutdown");

    assertEquals(
        List.of(
            Measured.of(true),
            Measured.of(false),
            Measured.of(false),
            Measured.of(true),
            Measured.absent(),
            Measured.of(false),
            Measured.of(true)),
        tree.fileSystems().stream().map(Sample.FileSystem::readOnlyUnexpected).toList());
  }

  @Test
  void olderTableServesAndDoesNotTellWhoMadeAMountReadOnly() throws IOException {
    tree.file(
        "proc/mounts",
        "/dev/root / ext4 rw,relatime 0 0\nproc /proc proc rw 0 0\n/dev/sda1 /boot vfat ro 0 0");

    assertEquals(List.of("/", "/boot"), components(tree.fileSystems()));
    assertEquals(
        List.of(Measured.of(false), Measured.of(true)),
        tree.fileSystems().stream().map(Sample.FileSystem::readOnly).toList());
    assertEquals(
        List.of(Measured.of(false), Measured.absent()),
        tree.fileSystems().stream().map(Sample.FileSystem::readOnlyUnexpected).toList());
  }

  @Test
  void recordedAnswersOfStatvfsAreTaken() throws IOException {
    mounted(ROOT, "22 21 179:3 / /data rw - ext4 /dev/b rw")
        .file(
            "run/panelwatch/calls.json",
            """
            {"statvfs": {"/": {"frsize": 4096, "blocks": 1000, "bfree": 100, "bavail": 50,
                               "files": 200, "ffree": 6},
                         "/data": {"frsize": 4096}}}""");

    Sample.FileSystem root = tree.fileSystems().getFirst();
    assertEquals(Measured.of(4_096_000), root.sizeBytes());
    assertEquals(Measured.of(3), root.inodesFreePercent());
    assertEquals(900 * 100 / 950.0, root.usedPercent().number().orElseThrow(), 1e-9);
    assertEquals(Measured.notRecorded(), tree.fileSystems().get(1).usedPercent());
  }

  @Test
  void mountPointThatIsNoUtf8KeepsItsBytes() throws IOException {
    byte[] line = "22 21 8:1 / /media/caf\u00e9\\040x rw - ext4 /dev/a rw\n".getBytes(ISO_8859_1);
    tree.file("proc/1/mountinfo", line);

    Sample.FileSystem disk = tree.fileSystems().getFirst();

    assertEquals("/media/caf?_x", disk.component());
    assertArrayEquals(
        "/media/caf\u00e9 x".getBytes(ISO_8859_1), FileNames.encode(disk.mountPoint()));
  }

  @Test
  void overlayRootIsListedOnlyIfWhatItWritesToIsNot() throws IOException {
    String overlay =
        "21 1 0:30 / / rw - overlay overlay rw,lowerdir=/l,upperdir=/data/up,workdir=/w";
    mounted(overlay);
    assertEquals(List.of("/"), components(tree.fileSystems()));

    mounted(overlay, "22 21 179:4 / /data rw - ext4 /dev/c rw");
    assertEquals(List.of("/data"), components(tree.fileSystems()));
  }

  @Test
  void mountThatCoversAnotherIsTheOneThatIsSeen() throws IOException {
    mounted(ROOT, "22 21 8:1 / /data rw - ext4 /dev/a rw", "23 22 8:2 / /data ro - xfs /dev/b rw");

    assertEquals("xfs", tree.fileSystems().get(1).type());
  }

  @Test
  void blanksInAMountPointAreReadAndKeptOutOfTheName() throws IOException {
    mounted("22 21 8:1 / /media/my\\040disk\\134 rw - ext4 /dev/a rw");

    Sample.FileSystem disk = tree.fileSystems().getFirst();

    assertEquals("/media/my disk\\", disk.mountPoint());
    assertEquals("/media/my_disk\\", disk.component());
  }

  @Test
  void linesThatAreNoMountsAreSkipped() throws IOException {
    mounted(
        "", "21", "1 1 0:5 /  /root rw,nosuid shared:8 - rootfs rootfs rw", "a b c d e f -", ROOT);

    assertEquals(List.of("/"), components(tree.fileSystems()));
  }

  @Test
  void tableOfTheOwnProcessServesWhereThatOfInitIsMissing() throws IOException {
    tree.file("proc/10/mountinfo", ROOT).link("proc/self", "10");

    assertEquals(List.of("/"), components(tree.fileSystems()));
  }

  @Test
  void tableThatIsSilentAfterItListedMountsIsNotReplacedByAnother() throws IOException {
    tree.file("proc/1/mountinfo", ROOT).file("proc/self/mountinfo", ROOT);
    SensorSource source = tree.source(SensorFamily.FILE_SYSTEMS);
    assertEquals(1, source.read().size());

    tree.file("proc/1/mountinfo", "");

    DeviceException silent = assertThrows(DeviceException.class, source::read);
    assertTrue(silent.path().endsWith("proc/1/mountinfo"), silent::toString);
  }

  @Test
  void emptyTableOfARecordingTellsOfNoMounts() throws IOException {
    assertEquals(List.of(), tree.file("proc/1/mountinfo", "").fileSystems());
  }

  @Test
  void usedPercentIsThatOfDf() {
    // 1000 blocks, 100 free of which 50 are kept for root: df(1) says 900 / (900 + 50).
    var full = new StatVfs(4096, 1000, 100, 50, 200, 30);
    assertEquals(900 * 100 / 950.0, full.usedPercent().number().orElseThrow(), 1e-9);
    assertEquals(Measured.of(15), full.inodesFreePercent());

    var withoutAnything = new StatVfs(4096, 0, 0, 0, 0, 0);
    assertEquals(Measured.absent(), withoutAnything.usedPercent());
    assertEquals(Measured.absent(), withoutAnything.inodesFreePercent());
  }

  @Test
  void liveFileSystemsHaveASizeAndUse() throws IOException {
    List<Sample.FileSystem> live =
        new RecordedTree(Path.of("/"))
            .fileSystems().stream()
                .filter(disk -> disk.sizeBytes() instanceof Measured.Value)
                .toList();

    assumeFalse(live.isEmpty(), "a container may have none that can be asked");
    live.forEach(disk -> assertTrue(disk.sizeBytes().number().orElseThrow() > 0, disk::toString));
  }

  @Test
  void fileSystemBehindAMountOfOurOwnIsNotMeasuredByThatMount() {
    FileStamp here = FileStamp.of("/").orElseThrow();

    assertFalse(FileSystemSource.isCovered(root(here.deviceNumber(), "ext4"), here));
    assertTrue(FileSystemSource.isCovered(root("4711:1", "ext4"), here));
    assertFalse(FileSystemSource.isCovered(root("4711:1", "btrfs"), here), "a subvolume's number");
    assertFalse(FileSystemSource.isCovered(root("/dev/sda1", "ext4"), here), "no number");
  }

  /** As an XFS that has shut down: statfs(2) answers, statx(2) does not. */
  @Test
  void fileSystemThatCannotBeLookedAtHasFailedUnlessItIsHiddenOrDenied() {
    assertEquals(
        new Measured.Failed(Errno.EIO.number(), "statx", "/srv"),
        FileSystemSource.unknown(refused(Errno.EIO)));
    assertEquals(
        new Measured.Denied(Errno.EACCES.number(), "statx", "/srv"),
        FileSystemSource.unknown(refused(Errno.EACCES)));
    assertEquals(Measured.absent(), FileSystemSource.unknown(refused(Errno.ENOENT)));
  }

  private static DeviceException refused(Errno errno) {
    return new DeviceException(errno.number(), "statx", "/srv", "statx of /srv");
  }

  @Test
  void stampThatIsRefusedTellsErrnoAndPath() {
    DeviceException refusal =
        assertThrows(DeviceException.class, () -> FileStamp.ask(folder + "/none"));

    assertTrue(Errno.ENOENT.is(refusal.errno()));
    assertEquals("statx", refusal.call());
    assertEquals(folder + "/none", refusal.path());
  }

  private static MountInfo root(String device, String type) {
    return new MountInfo(device, "/", "/", false, false, type, "/dev/sda1", "rw");
  }

  @Test
  void pathThatDoesNotExistIsEnoentFromStatvfs() {
    DeviceException refusal =
        assertThrows(DeviceException.class, () -> StatVfs.of(folder + "/none"));

    assertTrue(Errno.ENOENT.is(refusal.errno()));
    assertEquals("statvfs", refusal.call());
  }
}
