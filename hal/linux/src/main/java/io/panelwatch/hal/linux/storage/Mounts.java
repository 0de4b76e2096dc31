package io.panelwatch.hal.linux.storage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses, of everything that is mounted, what can run full and is worth watching: each file system
 * once.
 *
 * <p>Taken are file systems on block devices and flash, and pools. Left out are images that are
 * always full (squashfs and its like), everything in memory, and network and FUSE mounts: their
 * space is someone else's, and asking a dead server hangs. A root that is an overlay or in memory
 * is taken all the same, unless what it writes to is listed already: it is all the board has.
 */
final class Mounts {

  private static final Set<String> ALWAYS_FULL =
      Set.of("squashfs", "iso9660", "udf", "erofs", "cramfs", "romfs");
  private static final Set<String> WITHOUT_BLOCK_DEVICE =
      Set.of("ubifs", "jffs2", "yaffs", "yaffs2", "zfs");
  private static final Set<String> ROOTS_ALSO = Set.of("overlay", "tmpfs", "ramfs");

  /** The mount that stands for its file system: not a bind mount, and nearest to the root. */
  private static final Comparator<MountInfo> BEST =
      Comparator.comparing((MountInfo mount) -> !mount.root().equals("/"))
          .thenComparingInt(mount -> mount.mountPoint().length())
          .thenComparing(MountInfo::mountPoint);

  private Mounts() {}

  /** One mount for each file system worth watching, by mount point. */
  static List<MountInfo> worthWatching(List<MountInfo> all) {
    List<MountInfo> visible = visible(all);
    Map<String, MountInfo> chosen = new LinkedHashMap<>();
    visible.stream()
        .filter(Mounts::hasSpaceOfItsOwn)
        .forEach(
            mount ->
                chosen.merge(fileSystem(mount), mount, (a, b) -> BEST.compare(a, b) <= 0 ? a : b));
    List<MountInfo> result = new ArrayList<>(chosen.values());
    visible.stream()
        .filter(mount -> mount.mountPoint().equals("/") && ROOTS_ALSO.contains(mount.type()))
        .filter(mount -> !writesTo(mount, visible, result))
        .forEach(result::add);
    result.sort(Comparator.comparing(MountInfo::mountPoint));
    return result;
  }

  /** What was mounted later on the same place covers what was there. */
  private static List<MountInfo> visible(List<MountInfo> all) {
    Map<String, MountInfo> byPlace = new LinkedHashMap<>();
    all.forEach(mount -> byPlace.put(mount.mountPoint(), mount));
    return List.copyOf(byPlace.values());
  }

  private static boolean hasSpaceOfItsOwn(MountInfo mount) {
    String type = mount.type();
    if (ALWAYS_FULL.contains(type) || (type.startsWith("fuse") && !type.equals("fuseblk"))) {
      return false;
    }
    return WITHOUT_BLOCK_DEVICE.contains(type)
        || mount.source().startsWith("/dev/")
        || !mount.device().startsWith("0:");
  }

  /** All data sets of a ZFS pool share its space; other file systems have a device number each. */
  private static String fileSystem(MountInfo mount) {
    return mount.type().equals("zfs") ? "zfs " + mount.source().split("/", 2)[0] : mount.device();
  }

  private static boolean writesTo(
      MountInfo overlay, List<MountInfo> visible, List<MountInfo> listed) {
    return overlay
        .superOption("upperdir")
        .flatMap(upper -> holding(upper, visible))
        .filter(below -> listed.stream().anyMatch(m -> m.device().equals(below.device())))
        .isPresent();
  }

  private static Optional<MountInfo> holding(String path, List<MountInfo> visible) {
    return visible.stream()
        .filter(mount -> path.startsWith(mount.mountPoint()))
        .max(Comparator.comparingInt(mount -> mount.mountPoint().length()));
  }
}
