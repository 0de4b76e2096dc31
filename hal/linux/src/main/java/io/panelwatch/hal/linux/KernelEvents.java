package io.panelwatch.hal.linux;

import io.panelwatch.hal.BoardEvents;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.linux.event.Ear;
import io.panelwatch.hal.linux.event.EventThread;
import io.panelwatch.hal.linux.event.FolderEar;
import io.panelwatch.hal.linux.event.LinkMessages;
import io.panelwatch.hal.linux.event.NotifiedFile;
import io.panelwatch.hal.linux.event.Uevents;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import io.panelwatch.hal.linux.hwmon.Chips;
import io.panelwatch.hal.linux.hwmon.FirmwareBits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the kernel of this machine says by itself: by uevents, by rtnetlink, by files that poll(2)
 * can wait for, and by inotify for what other programs leave in {@code /run/panelwatch}. One thread
 * for all of it, and descriptors, as long as somebody listens.
 *
 * <p>Chips' {@code *_alarm} files could be heard in the same way, but for many of them reading is
 * what clears the alarm; only that of {@code rpi_volt} is known not to.
 */
final class KernelEvents implements BoardEvents {

  /** Something that can be opened or refused. */
  private interface Opening {
    Ear open() throws DeviceException;
  }

  /** Files that the kernel speaks up for. */
  private static final Map<String, Set<SensorFamily>> NOTIFIED =
      Map.of(
          "proc/self/mountinfo",
          Set.of(SensorFamily.FILE_SYSTEMS),
          "proc/mdstat",
          Set.of(SensorFamily.RAID_ARRAYS),
          FirmwareBits.FOLDER + "/" + FirmwareBits.FILE,
          Set.of(SensorFamily.RAILS, SensorFamily.THROTTLING));

  private final Tree tree;
  private final Runnable sensorsCameOrWent;

  /**
   * @param tree the live one
   * @param sensorsCameOrWent hears of a sensor chip or a thermal zone that did
   */
  KernelEvents(Tree tree, Runnable sensorsCameOrWent) {
    this.tree = tree;
    this.sensorsCameOrWent = sensorsCameOrWent;
  }

  @Override
  public Listening listen(Consumer<SensorFamily> heard) {
    List<DeviceException> refused = new ArrayList<>();
    List<Ear> ears = new ArrayList<>(notifiedFiles(refused));
    Opening uevents = () -> Uevents.open(sensorsCameOrWent);
    Opening folders = () -> new FolderEar(folders());
    for (Opening opening : List.<Opening>of(uevents, LinkMessages::open, folders)) {
      try {
        ears.add(opening.open());
      } catch (DeviceException e) {
        refused.add(e);
      }
    }
    try {
      EventThread thread = EventThread.start(ears, heard);
      return new Listening(refused, thread::end);
    } catch (DeviceException e) {
      refused.add(e);
      return new Listening(refused, () -> {});
    }
  }

  /** Those of the known files that this board has. */
  private List<Ear> notifiedFiles(List<DeviceException> refused) {
    List<Ear> ears = new ArrayList<>();
    NOTIFIED.forEach((below, families) -> add(tree.path(below), families, ears, refused));
    for (String hwmon : chips(refused)) {
      String folder = tree.path(Chips.FOLDER) + "/" + hwmon;
      if (new SmallFiles(tree).attribute(folder, "name").or("").equals("rpi_volt")) {
        add(folder + "/in0_lcrit_alarm", Set.of(SensorFamily.RAILS), ears, refused);
      }
    }
    return ears;
  }

  private List<String> chips(List<DeviceException> refused) {
    try {
      return tree.names(tree.path(Chips.FOLDER));
    } catch (DeviceException e) {
      refused.add(e);
      return List.of();
    }
  }

  private static void add(
      String path, Set<SensorFamily> families, List<Ear> ears, List<DeviceException> refused) {
    try {
      ears.add(new NotifiedFile(path, families));
    } catch (DeviceException e) {
      if (!Errno.ENOENT.is(e.errno())) { // most boards lack most of them
        refused.add(e);
      }
    }
  }

  private Map<String, Set<SensorFamily>> folders() {
    return Map.of(
        tree.path("run/panelwatch"),
        Set.of(SensorFamily.RTC_BATTERIES),
        tree.path("run/panelwatch/failed"),
        Set.of(SensorFamily.UNITS),
        tree.path("run/panelwatch/smart"),
        Set.of(SensorFamily.SMART));
  }
}
