package io.panelwatch.hal.linux.storage;

import io.panelwatch.hal.BoardClock;
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
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The software RAIDs of a tree, named as the kernel does: {@code md0}.
 *
 * <p>{@code /proc/mdstat} has the last word. {@code /sys/block/md*}{@code /md} is only asked where
 * there is no such file: both tell the same on a live board, and a recording may hold an older
 * state of one of them.
 *
 * <p>An array that has not started is told to lack a device once it had the time to: mdadm waits
 * half a minute for members that come late, and starts without them then if it can ({@code
 * mdadm-last-resort@.timer}).
 */
public final class RaidSource implements SensorSource {

  private static final String FILE = "mdstat";

  /** Nothing tells how many devices an array lacks that does not run. */
  private static final Measured AT_LEAST_ONE = Measured.of(1);

  private static final Duration STARTING = Duration.ofMinutes(1);

  /** Values of {@code array_state} (Documentation/admin-guide/md.rst of the kernel). */
  private static final Set<String> STOPPED = Set.of("", "clear", "inactive");

  /** Another one of them: an array without redundancy has lost a member. */
  private static final String BROKEN = "broken";

  private final Tree tree;
  private final BoardClock clock;
  private final Duration starting;
  private final SmallFiles files;
  private final Attributes attributes;

  /** By its folder or line, since when an array has been waiting. */
  private final Map<String, Long> waitingSince = new HashMap<>();

  /** A recorded array has waited for long enough. */
  public RaidSource(Tree tree, BoardClock clock) {
    this(tree, clock, tree.live() ? STARTING : Duration.ZERO);
  }

  /**
   * @param starting for how long an array may wait for its members
   */
  RaidSource(Tree tree, BoardClock clock, Duration starting) {
    this.tree = tree;
    this.clock = clock;
    this.starting = starting;
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
    List<MdStat.Array> arrays = MdStat.parse(text);
    stillWaiting(
        arrays.stream()
            .filter(array -> array.state() == MdStat.State.WAITING)
            .map(MdStat.Array::name)
            .toList());
    return arrays.stream()
        .map(array -> array(names.unique(Names.clean(array.name())), array))
        .toList();
  }

  private RaidArray array(String component, MdStat.Array array) {
    if (array.devices().isEmpty() || array.working().isEmpty()) {
      boolean broken = array.state() == MdStat.State.BROKEN;
      Measured missing = broken ? AT_LEAST_ONE : missingOfWaiting(array.name());
      return new RaidArray(component, lookedIn(), Measured.absent(), missing);
    }
    int devices = array.devices().getAsInt();
    int missing = Math.max(0, devices - array.working().getAsInt());
    return new RaidArray(
        component, lookedIn(), Measured.of((double) devices), Measured.of((double) missing));
  }

  private List<RaidArray> ofFolders() throws DeviceException {
    String blocks = tree.path("sys/block");
    var names = new Names();
    List<String> arrays =
        tree.names(blocks).stream()
            .filter(name -> name.startsWith("md") && tree.holds(blocks + "/" + name + "/md"))
            .toList();
    stillWaiting(arrays.stream().filter(name -> isWaiting(blocks + "/" + name + "/md")).toList());
    return arrays.stream()
        .map(name -> folder(names.unique(Names.clean(name)), name, blocks + "/" + name + "/md"))
        .toList();
  }

  private void stillWaiting(List<String> names) {
    waitingSince.keySet().retainAll(names);
    names.forEach(name -> waitingSince.putIfAbsent(name, clock.monotonicNanos()));
  }

  /** At least one, of an array that is not merely slow; absent of any other. */
  private Measured missingOfWaiting(String name) {
    Long since = waitingSince.get(name);
    boolean toldSo = since != null && clock.monotonicNanos() - since >= starting.toNanos();
    return toldSo ? AT_LEAST_ONE : Measured.absent();
  }

  /** Not running, and no container of a firmware RAID, which never does. */
  private boolean isWaiting(String folder) {
    return state(folder).equals("inactive")
        && !attributes.text(folder, "metadata_version").or("").startsWith("external:");
  }

  /** Only arrays with redundancy have {@code degraded}; of one that is stopped it means nothing. */
  private RaidArray folder(String component, String name, String folder) {
    String state = state(folder);
    boolean running = !STOPPED.contains(state);
    Measured told = running ? attributes.reading(folder, "degraded") : missingOfWaiting(name);
    Measured devices =
        running && !(told instanceof Measured.Absent) ? devices(folder) : Measured.absent();
    boolean broken = state.equals(BROKEN) && told instanceof Measured.Absent;
    return new RaidArray(component, folder, devices, broken ? AT_LEAST_ONE : told);
  }

  private String state(String folder) {
    return attributes.text(folder, "array_state").or("");
  }

  /** {@code 4 (3)} while it is being reshaped from 3 to 4: a number to show, not to judge by. */
  private Measured devices(String folder) {
    Measured devices = attributes.reading(folder, "raid_disks");
    return devices instanceof Measured.Value ? devices : Measured.absent();
  }
}
