package io.panelwatch.hal.linux.storage;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.RaidArray;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.FileText;
import io.panelwatch.hal.linux.file.Names;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.List;

/**
 * The software RAIDs of a tree, named as the kernel does: {@code md0}.
 *
 * <p>{@code /proc/mdstat} has the last word. {@code /sys/block/md*}{@code /md} is only asked where
 * there is no such file: both tell the same on a live board, and a recording may hold an older
 * state of one of them.
 */
public final class RaidSource implements SensorSource {

  private static final String FILE = "mdstat";

  private final Tree tree;
  private final SmallFiles files;
  private final Attributes attributes;

  public RaidSource(Tree tree) {
    this.tree = tree;
    files = new SmallFiles(tree);
    attributes = new Attributes(files);
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.RAID_ARRAYS;
  }

  @Override
  public String lookedIn() {
    return tree.path("proc/" + FILE);
  }

  @Override
  public List<RaidArray> read() throws DeviceException {
    return switch (files.table(tree.path("proc"), FILE)) {
      case FileText.Text(String text) -> ofTable(text);
      case FileText.Unread unread when unread.missing() -> ofFolders();
      case FileText.Unread unread -> throw unread.exception();
    };
  }

  private List<RaidArray> ofTable(String text) {
    var names = new Names();
    return MdStat.parse(text).stream()
        .map(array -> array(names.unique(Names.clean(array.name())), array))
        .toList();
  }

  private RaidArray array(String component, MdStat.Array array) {
    if (array.devices().isEmpty() || array.working().isEmpty()) {
      return new RaidArray(component, lookedIn(), Measured.absent(), Measured.absent());
    }
    int devices = array.devices().getAsInt();
    int missing = Math.max(0, devices - array.working().getAsInt());
    return new RaidArray(
        component, lookedIn(), Measured.of((double) devices), Measured.of((double) missing));
  }

  private List<RaidArray> ofFolders() throws DeviceException {
    String blocks = tree.path("sys/block");
    var names = new Names();
    return tree.names(blocks).stream()
        .filter(name -> name.startsWith("md") && tree.holds(blocks + "/" + name + "/md"))
        .map(name -> folder(names.unique(Names.clean(name)), blocks + "/" + name + "/md"))
        .toList();
  }

  /**
   * Only arrays with redundancy have {@code degraded}; while one is not running it means nothing.
   */
  private RaidArray folder(String component, String folder) {
    boolean running =
        switch (attributes.text(folder, "array_state").or("")) {
          case "", "clear", "inactive" -> false;
          default -> true;
        };
    Measured missing = running ? attributes.reading(folder, "degraded") : Measured.absent();
    Measured devices = missing instanceof Measured.Absent ? Measured.absent() : devices(folder);
    return new RaidArray(component, folder, devices, missing);
  }

  /** {@code 4 (3)} while it is being reshaped from 3 to 4: a number to show, not to judge by. */
  private Measured devices(String folder) {
    Measured devices = attributes.reading(folder, "raid_disks");
    return devices instanceof Measured.Value ? devices : Measured.absent();
  }
}
