package io.panelwatch.hal.linux;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.util.List;

/**
 * The mounted file systems, named by where they are mounted.
 *
 * <p>The table of process 1 comes first: a hardened service sees its own mounts, in which
 * everything is read-only. Space and inodes come from statvfs(3), which a recording cannot answer.
 */
final class FileSystemSource implements SensorSource {

  private static final String TABLE = "mountinfo";

  private final Tree tree;
  private final SmallFiles files;

  FileSystemSource(Tree tree) {
    this.tree = tree;
    files = new SmallFiles(tree);
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
    List<MountInfo> mounts = Mounts.worthWatching(MountInfo.parse(table()));
    var names = new Names();
    return mounts.stream()
        .map(mount -> fileSystem(names.unique(Names.ofPath(mount.mountPoint())), mount))
        .toList();
  }

  private String table() throws DeviceException {
    FileText ofInit = files.table(tree.path("proc/1"), TABLE);
    FileText table =
        ofInit instanceof FileText.Text ? ofInit : files.table(tree.path("proc/self"), TABLE);
    return switch (table) {
      case FileText.Text(String text) -> text;
      case FileText.Unread unread when unread.missing() && !tree.live() -> "";
      case FileText.Unread(int errno, String call, String path) ->
          throw new DeviceException(
              errno, call, path, call + " of " + path + ": " + Errno.describe(errno));
    };
  }

  private Sample.FileSystem fileSystem(String component, MountInfo mount) {
    Space space = space(mount.mountPoint());
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
        Measured.absent());
  }

  private record Space(Measured sizeBytes, Measured usedPercent, Measured inodesFreePercent) {
    static Space all(Measured same) {
      return new Space(same, same, same);
    }
  }

  private Space space(String mountPoint) {
    if (!tree.live()) {
      return Space.all(Measured.notRecorded());
    }
    try {
      StatVfs answer = StatVfs.of(mountPoint);
      return new Space(
          Measured.of((double) answer.blocks() * answer.fragmentBytes()),
          answer.usedPercent(),
          answer.inodesFreePercent());
    } catch (DeviceException e) {
      return Space.all(new Measured.Failed(e.errno(), e.call(), e.path()));
    }
  }
}
