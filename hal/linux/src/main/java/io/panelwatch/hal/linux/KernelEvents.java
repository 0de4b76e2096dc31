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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
          Set.of(SensorFamily.RAID_ARRAYS));

  /** Families of which a new device may bring such a file. */
  private static final Set<SensorFamily> BRING_FILES =
      Set.of(SensorFamily.RAILS, SensorFamily.RAID_ARRAYS);

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
    List<Ear> ears = new ArrayList<>(notifiedFiles(Set.of(), refused));
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
      EventThread thread = EventThread.start(ears, heard, this::more);
      return new Listening(refused, thread::end);
    } catch (DeviceException e) {
      refused.add(e);
      return new Listening(refused, () -> {});
    }
  }

  /** A module that was loaded just now brings its files: {@code /proc/mdstat}, a chip's alarm. */
  private List<Ear> more(Set<SensorFamily> told, List<Ear> present) {
    if (told.stream().noneMatch(BRING_FILES::contains)) {
      return List.of();
    }
    Set<String> heard =
        present.stream()
            .flatMap(ear -> ear instanceof NotifiedFile file ? Stream.of(file.path()) : Stream.of())
            .collect(Collectors.toSet());
    // What is refused is found by reading: who started to listen is gone.
    return notifiedFiles(heard, new ArrayList<>());
  }

  /**
   * Those of the known files that this board has.
   *
   * @param heard paths of those that are listened to already
   */
  private List<Ear> notifiedFiles(Set<String> heard, List<DeviceException> refused) {
    Map<String, Set<SensorFamily>> files = new HashMap<>();
    NOTIFIED.forEach((below, families) -> files.put(tree.path(below), families));
    files.put(FirmwareBits.path(tree), Set.of(SensorFamily.RAILS, SensorFamily.THROTTLING));
    for (String hwmon : chips(refused)) {
      String folder = tree.path(Chips.FOLDER) + "/" + hwmon;
      if (new SmallFiles(tree).attribute(folder, "name").or("").equals("rpi_volt")) {
        files.put(folder + "/in0_lcrit_alarm", Set.of(SensorFamily.RAILS));
      }
    }
    files.keySet().removeAll(heard);
    List<Ear> ears = new ArrayList<>();
    files.forEach((path, families) -> add(path, families, ears, refused));
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
        tree.path("run"),
        Set.of(),
        tree.path("run/panelwatch"),
        Set.of(SensorFamily.RTC_BATTERIES),
        tree.path("run/panelwatch/failed"),
        Set.of(SensorFamily.UNITS),
        tree.path("run/panelwatch/smart"),
        Set.of(SensorFamily.SMART));
  }
}
