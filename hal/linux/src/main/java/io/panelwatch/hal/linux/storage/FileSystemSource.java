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

  /** Where a table may be, and how it is written. */
  private record Place(String folder, String name) {
    boolean tellsApart() {
      return name.equals(TABLE);
    }

    List<MountInfo> parse(String text) {
      return tellsApart() ? MountInfo.parse(text) : MountInfo.parseMounts(text);
    }
  }

  private static final List<Place> TABLES =
      List.of(
          new Place("proc/1", TABLE),
          new Place("proc/self", TABLE),
          new Place("proc/1", OLDER_TABLE),
          new Place("proc/self", OLDER_TABLE),
          new Place("proc", OLDER_TABLE));

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

  /** The table that was read last. */
  private Optional<Place> listing = Optional.empty();

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

  /**
   * The first table that lists anything. Once one did, no other one is asked while it is there:
   * that of this process would say of everything that it is well.
   */
  private Table table() throws DeviceException {
    Optional<DeviceException> refused = Optional.empty();
    for (Place place : TABLES) {
      boolean listedBefore = listing.equals(Optional.of(place));
      switch (files.tableOfBytes(tree.path(place.folder), place.name)) {
        case FileText.Text(String text) -> {
          List<MountInfo> mounts = place.parse(text);
          if (!mounts.isEmpty()) {
            listing = Optional.of(place);
            return new Table(mounts, place.tellsApart());
          }
          if (listedBefore) {
            throw withoutMounts(place);
          }
        }
        case FileText.Unread unread when unread.missing() -> {}
        case FileText.Unread unread -> {
          if (listedBefore) {
            throw unread.exception();
          }
          refused = refused.or(() -> Optional.of(unread.exception()));
        }
      }
    }
    if (refused.isPresent()) {
      throw refused.get();
    }
    if (tree.live()) {
      throw withoutMounts(TABLES.getFirst()); // a live board always has one
    }
    return new Table(List.of(), false); // the recording was not made of the mounts
  }

  private DeviceException withoutMounts(Place place) {
    String path = tree.path(place.folder) + "/" + place.name;
    return new DeviceException(0, "parse", path, path + " lists no mount");
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
