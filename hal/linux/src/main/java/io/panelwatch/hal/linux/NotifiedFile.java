package io.panelwatch.hal.linux;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SensorFamily;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file of procfs or sysfs of which the kernel says that it has changed (sysfs_notify, and the
 * poll of {@code /proc/self/mountinfo} and {@code /proc/mdstat}). It has to be read once before
 * poll(2) waits for the next change.
 *
 * <p>Chips' {@code *_alarm} files could be heard in the same way, but for many of them reading is
 * what clears the alarm; only that of {@code rpi_volt} is known not to.
 */
final class NotifiedFile implements Ear {

  /** Where the firmware of a Raspberry Pi says that it throttles; of its own kernel tree only. */
  private static final String GET_THROTTLED = FirmwareBits.FOLDER + "/" + FirmwareBits.FILE;

  private static final int FLAGS =
      FileCalls.O_RDONLY | FileCalls.O_CLOEXEC | FileCalls.O_NONBLOCK | FileCalls.O_NOCTTY;

  /** Known files that the kernel speaks up for. */
  private static final Map<String, Set<SensorFamily>> FILES =
      Map.of(
          "proc/self/mountinfo",
          Set.of(SensorFamily.FILE_SYSTEMS),
          "proc/mdstat",
          Set.of(SensorFamily.RAID_ARRAYS),
          GET_THROTTLED,
          Set.of(SensorFamily.RAILS, SensorFamily.THROTTLING));

  private final Arena arena = Arena.ofAuto(); // opened by one thread, used by another
  private final MemorySegment state = arena.allocate(NativeCall.STATE);
  private final MemorySegment buffer = arena.allocate(SmallFiles.ATTRIBUTE_BYTES);
  private final String path;
  private final Set<SensorFamily> families;
  private final int descriptor;

  private NotifiedFile(String path, Set<SensorFamily> families) throws DeviceException {
    this.path = path;
    this.families = families;
    descriptor = FileCalls.open(state, arena.allocateFrom(path), FLAGS);
    if (descriptor < 0) {
      throw NativeCall.refused(state, "open", path);
    }
    try {
      arm();
    } catch (DeviceException e) {
      close();
      throw e;
    }
  }

  /**
   * Listens to every known file that this board has.
   *
   * @param refused gets what could not be listened to
   */
  static List<Ear> openAll(Tree tree, List<DeviceException> refused) {
    List<Ear> ears = new ArrayList<>();
    FILES.forEach((below, families) -> add(tree.path(below), families, ears, refused));
    for (String hwmon : tree.names(tree.path(Chips.FOLDER))) {
      String folder = tree.path(Chips.FOLDER) + "/" + hwmon;
      if (new SmallFiles(tree).attribute(folder, "name").or("").equals("rpi_volt")) {
        add(folder + "/in0_lcrit_alarm", Set.of(SensorFamily.RAILS), ears, refused);
      }
    }
    return ears;
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

  @Override
  public int descriptor() {
    return descriptor;
  }

  @Override
  public short awaited() {
    return PollCalls.POLLPRI;
  }

  @Override
  public Set<SensorFamily> take() throws DeviceException {
    arm();
    return families;
  }

  @Override
  public void close() {
    FileCalls.close(state, descriptor);
  }

  private void arm() throws DeviceException {
    if (PollCalls.readFromStart(state, descriptor, buffer) < 0) {
      throw NativeCall.refused(state, "read", path);
    }
  }
}
