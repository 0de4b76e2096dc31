package io.panelwatch.hal.linux.board;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.WatchdogReset;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.Names;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.List;

/**
 * The watchdogs of a tree (Documentation/ABI/testing/sysfs-class-watchdog of the kernel).
 *
 * <p>{@code bootstatus} holds the flags of {@code WDIOC_GETBOOTSTATUS} in decimal. Only the card
 * reset is a watchdog's doing; overheating (1), a fan (2) or the supply (4, 8) are other faults'.
 */
public final class WatchdogSource implements SensorSource {

  private static final String FOLDER = "sys/class/watchdog";

  private static final long WDIOF_CARDRESET = 0x20; // linux/watchdog.h (uapi)

  private final Tree tree;
  private final Attributes attributes;

  public WatchdogSource(Tree tree) {
    this.tree = tree;
    attributes = new Attributes(new SmallFiles(tree));
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.WATCHDOGS;
  }

  @Override
  public String lookedIn() {
    return tree.path(FOLDER);
  }

  @Override
  public List<WatchdogReset> read() throws DeviceException {
    var names = new Names();
    return tree.names(lookedIn()).stream()
        .map(name -> watchdog(names.unique(Names.clean(name)), lookedIn() + "/" + name))
        .toList();
  }

  /** A driver that cannot tell may answer an error for ever, as one without the flag shows 0. */
  private WatchdogReset watchdog(String component, String folder) {
    Measured flags = attributes.reading(folder, "bootstatus");
    return new WatchdogReset(
        component,
        folder + "/bootstatus",
        Attributes.map(flags, bits -> ((long) bits & WDIOF_CARDRESET) != 0 ? 1 : 0));
  }
}
