package io.panelwatch.hal.linux.storage;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.file.FileText;
import io.panelwatch.hal.linux.file.Lanes;
import io.panelwatch.hal.linux.file.Names;
import io.panelwatch.hal.linux.file.RecordedCalls;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import io.panelwatch.hal.linux.kernel.FileStamp;
import io.panelwatch.hal.linux.kernel.StatVfs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The mounted file systems, named by where they are mounted.
 *
 * <p>The table of process 1 comes first: a hardened service sees its own mounts, in which
 * everything is read-only. Some of them lie over what it is asked about, as an empty one over
 * {@code /home} under systemd's {@code ProtectHome=}: what they answer is not told. Recordings may
 * have the older {@code mounts} only. Space and inodes come from statvfs(3), which a recording
 * answers as far as {@link RecordedCalls} holds it.
 */
public final class FileSystemSource implements SensorSource {

  private static final String TABLE = "mountinfo";
  private static final String OLDER_TABLE = "mounts";
  private static final List<String> FOLDERS = List.of("proc/1", "proc/self");

  /**
   * File systems that turn read-only by themselves when they find damage. Of others a read-only
   * superblock only says that their driver does not write: NTFS, HFS+.
   */
  private static final Set<String> TURN_READ_ONLY =
      Set.of(
          "btrfs",
          "exfat",
          "ext2",
          "ext3",
          "ext4",
          "f2fs",
          "jfs",
          "msdos",
          "nilfs2",
          "reiserfs",
          "ubifs",
          "vfat");

  private static final Pattern DEVICE_NUMBER = Pattern.compile("[0-9]+:[0-9]+");

  /** Options that the kernel shows of a file system which it does not write to any more. */
  private static final Set<String> REFUSING = Set.of("emergency_ro", "shutdown");

  private final Tree tree;
  private final SmallFiles files;

  /** statvfs(3) waits for a disk that dies and for a server that is gone. */
  private final Lanes<MountInfo, Space> lanes;

  public FileSystemSource(Tree tree, BoardClock clock) {
    this.tree = tree;
    files = new SmallFiles(tree);
    lanes = new Lanes<>(clock, MountInfo::mountPoint);
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.FILE_SYSTEMS;
  }

  @Override
  public String lookedIn() {
    return tree.path("proc/1/" + TABLE) + ", " + tree.path("proc/self/" + TABLE);
  }

  @Override
  public List<Sample.FileSystem> read() throws DeviceException {
    Table table = table();
    RecordedCalls calls = tree.live() ? RecordedCalls.NONE : RecordedCalls.read(tree, files);
    var names = new Names();
    List<MountInfo> mounts = Mounts.worthWatching(table.mounts());
    lanes.listed(mounts);
    return mounts.stream()
        .map(
            mount ->
                fileSystem(
                    names.unique(Names.ofPath(mount.mountPoint())),
                    mount,
                    unexpected(mount, table.tellsApart()),
                    lanes.run(mount, () -> space(mount, calls), Space::all)))
        .toList();
  }

  @Override
  public boolean leaveHungDevice(Duration longest) {
    return lanes.leaveHungDevice(longest);
  }

  /**
   * What is mounted.
   *
   * @param tellsApart whether the read-only of a mount is told apart from its file system's
   */
  private record Table(List<MountInfo> mounts, boolean tellsApart) {}

  private Table table() throws DeviceException {
    FileText table = first(FOLDERS, TABLE);
    if (table instanceof FileText.Text(String text)) {
      return new Table(MountInfo.parse(text), true);
    }
    return first(List.of("proc/1", "proc/self", "proc"), OLDER_TABLE)
            instanceof FileText.Text(String text)
        ? new Table(MountInfo.parseMounts(text), false)
        : withoutTable((FileText.Unread) table);
  }

  /** A recording without any was not made of the mounts; a live board always has one. */
  private Table withoutTable(FileText.Unread unread) throws DeviceException {
    if (unread.missing() && !tree.live()) {
      return new Table(List.of(), false);
    }
    throw unread.exception();
  }

  /** The first of those that can be read, or why the last one cannot. */
  private FileText first(List<String> folders, String name) {
    FileText text = files.tableOfBytes(tree.path(folders.getFirst()), name);
    for (int i = 1; i < folders.size() && text instanceof FileText.Unread; i++) {
      text = files.tableOfBytes(tree.path(folders.get(i)), name);
    }
    return text;
  }

  private static Sample.FileSystem fileSystem(
      String component, MountInfo mount, Measured readOnlyUnexpected, Space space) {
    return new Sample.FileSystem(
        component,
        mount.mountPoint(),
        mount.mountPoint(),
        mount.source(),
        mount.type(),
        space.sizeBytes(),
        space.usedPercent(),
        space.inodesFreePercent(),
        Measured.of(mount.readOnly()),
        readOnlyUnexpected);
  }

  /**
   * Whether the kernel made it read-only: the file system is, and its mount is not. {@code
   * emergency_ro} and {@code shutdown} are how ext4 says it on newer kernels, which leave the
   * superblock as it is (fs/ext4/super.c). An XFS that has shut down says it nowhere: it answers
   * everything with EIO.
   */
  private static Measured unexpected(MountInfo mount, boolean tellsApart) {
    if (REFUSING.stream().anyMatch(mount::hasSuperOption)) {
      return Measured.of(true);
    }
    if (!TURN_READ_ONLY.contains(mount.type())) {
      return Measured.absent();
    }
    boolean known = tellsApart || !mount.readOnly();
    return known ? Measured.of(mount.superReadOnly() && !mount.mountReadOnly()) : Measured.absent();
  }

  private record Space(Measured sizeBytes, Measured usedPercent, Measured inodesFreePercent) {
    static Space all(Measured same) {
      return new Space(same, same, same);
    }

    static Space of(StatVfs answer) {
      return new Space(
          Measured.of((double) answer.blocks() * answer.fragmentBytes()),
          answer.usedPercent(),
          answer.inodesFreePercent());
    }
  }

  /**
   * Whether a mount point leads somewhere else from here. The older table has no device numbers,
   * and each subvolume of a btrfs has another one than its file system.
   *
   * @param there what is found there
   */
  static boolean isCovered(MountInfo mount, FileStamp there) {
    return DEVICE_NUMBER.matcher(mount.device()).matches()
        && !mount.type().equals("btrfs")
        && !there.deviceNumber().equals(mount.device());
  }

  private Space space(MountInfo mount, RecordedCalls calls) {
    if (!tree.live()) {
      Optional<StatVfs> recorded = calls.statVfs(mount.mountPoint());
      return recorded.map(Space::of).orElseGet(() -> Space.all(Measured.notRecorded()));
    }
    try {
      StatVfs answer = StatVfs.of(mount.mountPoint());
      return isCovered(mount, FileStamp.ask(mount.mountPoint()))
          ? Space.all(Measured.absent())
          : Space.of(answer);
    } catch (DeviceException e) {
      return Space.all(unknown(e));
    }
  }

  /**
   * Process 1 may see what is hidden from this one, or not permitted. Everything else is a failure
   * of the file system: an XFS that has shut down answers statfs(2) as ever, and statx(2) with EIO
   * (fs/xfs/xfs_super.c, fs/xfs/xfs_iops.c).
   */
  static Measured unknown(DeviceException refused) {
    return Errno.saysAbsent(refused.errno())
        ? Measured.absent()
        : Measured.refused(refused.errno(), refused.call(), refused.path());
  }
}
