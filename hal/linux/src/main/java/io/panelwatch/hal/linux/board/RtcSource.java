package io.panelwatch.hal.linux.board;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.RtcBattery;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.Names;
import io.panelwatch.hal.linux.file.RecordedCalls;
import io.panelwatch.hal.linux.file.SignOfLife;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import io.panelwatch.hal.linux.kernel.FileStamp;
import java.util.List;

/**
 * The batteries of the real-time clocks of a tree. Which clocks there are is told by {@code
 * /sys/class/rtc}; how their batteries are is an ioctl on {@code /dev/rtcN}, a root's file, which a
 * helper asks: see {@link RecordedCalls}. Drivers without that ioctl say nothing, which is most. An
 * answer that nobody writes anew is none ({@link SignOfLife}).
 */
public final class RtcSource implements SensorSource {

  private static final String FOLDER = "sys/class/rtc";

  // linux/rtc.h (uapi): the time is lost, or the battery low or empty. A crystal that is not exact
  // at this voltage (8), or a switch-over to the battery (16), is no matter of the coin cell.
  private static final long RTC_VL_DATA_INVALID = 1;
  private static final long RTC_VL_BACKUP_LOW = 2;
  private static final long RTC_VL_BACKUP_EMPTY = 4;

  private final Tree tree;
  private final SignOfLife helper;
  private final SmallFiles files;

  /**
   * @param helper who writes the answers
   */
  public RtcSource(Tree tree, SignOfLife helper) {
    this.tree = tree;
    this.helper = helper;
    files = new SmallFiles(tree);
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.RTC_BATTERIES;
  }

  @Override
  public String lookedIn() {
    return tree.path(FOLDER);
  }

  @Override
  public List<RtcBattery> read() throws DeviceException {
    List<String> clocks =
        tree.names(lookedIn()).stream().filter(name -> Names.isNumbered(name, "rtc")).toList();
    if (clocks.isEmpty()) {
      return List.of();
    }
    RecordedCalls calls = RecordedCalls.read(tree, files);
    String path = RecordedCalls.path(tree);
    boolean silent = tree.look(path).map(FileStamp::modified).filter(helper::isOver).isPresent();
    return clocks.stream()
        .map(name -> battery(name, told(calls.rtcVoltageLow(name), silent, path)))
        .toList();
  }

  private static Measured told(Measured flags, boolean silent, String path) {
    return silent && flags instanceof Measured.Value ? SignOfLife.silence(path) : flags;
  }

  private RtcBattery battery(String name, Measured flags) {
    long bad = RTC_VL_DATA_INVALID | RTC_VL_BACKUP_LOW | RTC_VL_BACKUP_EMPTY;
    return new RtcBattery(
        name,
        RecordedCalls.path(tree),
        flags instanceof Measured.Absent && !tree.live()
            ? Measured.notRecorded()
            : Attributes.map(flags, bits -> ((long) bits & bad) != 0 ? 1 : 0));
  }
}
