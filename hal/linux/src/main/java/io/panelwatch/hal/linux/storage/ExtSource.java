package io.panelwatch.hal.linux.storage;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.FileSystemErrors;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.Names;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.List;
import java.util.Map;

/**
 * The error counters of mounted ext4 file systems (Documentation/ABI/testing/sysfs-fs-ext4 of the
 * kernel), by block device: {@code mmcblk0p2}, {@code dm-0}.
 *
 * <p>The counter is in the superblock: what it shows at first sight may be years old.
 */
public final class ExtSource implements SensorSource {

  private static final String FOLDER = "sys/fs/ext4";
  private static final String COUNTER = "errors_count";

  private final Tree tree;
  private final Attributes attributes;
  private final FileSystemUuids links;

  /** As they were last known. Only the reading thread. */
  private Map<String, String> known = Map.of();

  public ExtSource(Tree tree) {
    this.tree = tree;
    attributes = new Attributes(new SmallFiles(tree));
    links = new FileSystemUuids(tree);
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.FILE_SYSTEM_ERRORS;
  }

  @Override
  public String lookedIn() {
    return tree.path(FOLDER);
  }

  /** {@code features} tells what the driver can do and is no file system. */
  @Override
  public List<FileSystemErrors> read() throws DeviceException {
    Map<String, String> uuids = uuids();
    var names = new Names();
    return tree.names(lookedIn()).stream()
        .filter(name -> !name.equals("features"))
        .map(name -> errors(names.unique(Names.clean(name)), name, uuids))
        .toList();
  }

  /**
   * They only name a file system, which has errors also while the folder of its name cannot be
   * listed: what was known before then holds.
   */
  private Map<String, String> uuids() {
    try {
      known = links.byDevice();
      return known;
    } catch (DeviceException refused) {
      return known;
    }
  }

  private FileSystemErrors errors(String component, String name, Map<String, String> uuids) {
    String folder = lookedIn() + "/" + name;
    return new FileSystemErrors(
        component,
        folder + "/" + COUNTER,
        attributes.reading(folder, COUNTER),
        uuids.getOrDefault(name, ""));
  }
}
