package io.panelwatch.hal.linux.storage;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.linux.file.Tree;
import io.panelwatch.hal.linux.kernel.FileStamp;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which file system is on which block device, by the links that udev(7) keeps in {@code
 * /dev/disk/by-uuid}. They are followed anew when the folder has changed. Not thread-safe.
 */
final class FileSystemUuids {

  private static final String FOLDER = "dev/disk/by-uuid";

  private final Tree tree;
  private Optional<FileStamp> stamp = Optional.empty();
  private Map<String, String> known = Map.of();

  FileSystemUuids(Tree tree) {
    this.tree = tree;
  }

  /**
   * UUIDs by the kernel's name of the device: {@code sda1}, {@code dm-0}.
   *
   * @throws DeviceException where the folder is there and cannot be listed
   */
  Map<String, String> byDevice() throws DeviceException {
    String folder = tree.path(FOLDER);
    Optional<FileStamp> now = tree.look(folder);
    if (!now.equals(stamp)) {
      var found = new HashMap<String, String>();
      for (String uuid : tree.names(folder)) {
        tree.realPath(folder + "/" + uuid).ifPresent(device -> found.put(name(device), uuid));
      }
      known = Map.copyOf(found);
      stamp = now;
    }
    return known;
  }

  private static String name(String device) {
    return device.substring(device.lastIndexOf('/') + 1);
  }
}
