package io.panelwatch.hal.linux;

import io.panelwatch.hal.Board;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.BoardEvents;
import io.panelwatch.hal.BoardIdentity;
import io.panelwatch.hal.BoardInventory;
import io.panelwatch.hal.BootInfo;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.WatchList;
import io.panelwatch.hal.linux.board.Boots;
import io.panelwatch.hal.linux.board.ClockSource;
import io.panelwatch.hal.linux.board.CrashSource;
import io.panelwatch.hal.linux.board.EccSource;
import io.panelwatch.hal.linux.board.Identities;
import io.panelwatch.hal.linux.board.MemorySource;
import io.panelwatch.hal.linux.board.PowerSupplySource;
import io.panelwatch.hal.linux.board.PressureSource;
import io.panelwatch.hal.linux.board.RtcSource;
import io.panelwatch.hal.linux.board.TrustedTime;
import io.panelwatch.hal.linux.board.UnitSource;
import io.panelwatch.hal.linux.board.UsbSource;
import io.panelwatch.hal.linux.board.WatchdogSource;
import io.panelwatch.hal.linux.file.ClassFolder;
import io.panelwatch.hal.linux.file.FittedSource;
import io.panelwatch.hal.linux.file.SignOfLife;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import io.panelwatch.hal.linux.hwmon.Chip;
import io.panelwatch.hal.linux.hwmon.Chips;
import io.panelwatch.hal.linux.hwmon.CoolingSource;
import io.panelwatch.hal.linux.hwmon.CurrentSource;
import io.panelwatch.hal.linux.hwmon.EnergySource;
import io.panelwatch.hal.linux.hwmon.FanSource;
import io.panelwatch.hal.linux.hwmon.HumiditySource;
import io.panelwatch.hal.linux.hwmon.IntrusionSource;
import io.panelwatch.hal.linux.hwmon.PowerSource;
import io.panelwatch.hal.linux.hwmon.RailSource;
import io.panelwatch.hal.linux.hwmon.TemperatureSource;
import io.panelwatch.hal.linux.hwmon.ThermalZones;
import io.panelwatch.hal.linux.hwmon.ThrottlingSource;
import io.panelwatch.hal.linux.kernel.NativeCall;
import io.panelwatch.hal.linux.network.CertificateSource;
import io.panelwatch.hal.linux.network.NetLinkSource;
import io.panelwatch.hal.linux.network.RouteSource;
import io.panelwatch.hal.linux.storage.DiskSource;
import io.panelwatch.hal.linux.storage.ExtSource;
import io.panelwatch.hal.linux.storage.FileSystemSource;
import io.panelwatch.hal.linux.storage.RaidSource;
import io.panelwatch.hal.linux.storage.SmartSource;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A board as Linux shows it, or the recording of one.
 *
 * <pre>{@code
 * try (LinuxBoard board = LinuxBoard.of(Path.of("/"))) {
 *   for (SensorSource source : board.sources()) {
 *     source.read().forEach(System.out::println);
 *   }
 * }
 * }</pre>
 *
 * <p>Nothing is looked at before it is asked for, and nothing stays open between two reads, but for
 * the kernel log and what {@link #events} listens to while somebody does. Each source may be read
 * from any thread, but by one at a time; different sources do not share anything that blocks.
 */
public final class LinuxBoard implements Board {

  private final Tree tree;
  private final LinuxClock clock;
  private final ClassFolder<Chip> chips;
  private final ClassFolder<ThermalZones.Zone> zones;
  private final DiskSource disks;
  private final List<SensorSource> sources;
  private final InventoryReader inventory;

  private LinuxBoard(Tree tree, WatchList watch) {
    this.tree = tree;
    clock = new LinuxClock(tree.live());
    chips = Chips.in(tree);
    zones = ThermalZones.in(tree);
    disks = new DiskSource(tree, clock);
    List<FittedSource> sensors = withSensors();
    sources =
        Stream.of(sensors, withOthers(watch), withHealth())
            .<SensorSource>flatMap(List::stream)
            .toList();
    inventory = new InventoryReader(tree, sensors);
  }

  private List<FittedSource> withSensors() {
    var files = new SmallFiles(tree);
    return List.of(
        new FanSource(tree, files, chips, clock),
        new TemperatureSource(tree, files, chips, zones, clock),
        new CoolingSource(tree, files, clock),
        new RailSource(tree, files, chips, clock),
        new CurrentSource(tree, files, chips, clock),
        new PowerSource(tree, files, chips, clock),
        new EnergySource(tree, files, chips, clock),
        new HumiditySource(tree, files, chips, clock),
        new PowerSupplySource(tree, files, clock));
  }

  private List<SensorSource> withOthers(WatchList watch) {
    return List.of(
        new FileSystemSource(tree, clock),
        new NetLinkSource(tree, watch.linkMbps(), clock),
        new ClockSource(tree, clock),
        new RouteSource(tree),
        new CertificateSource(tree, watch.certificates(), new TrustedTime(tree, clock)),
        new UsbSource(tree, watch.usbIds()),
        new UnitSource(tree, watch.units()));
  }

  /** What storage, memory, the processor, the kernel and the housing tell of themselves. */
  private List<SensorSource> withHealth() {
    var files = new SmallFiles(tree);
    return List.of(
        disks,
        new SmartSource(tree, clock),
        new RaidSource(tree, clock),
        new ExtSource(tree),
        new MemorySource(tree),
        new EccSource(tree),
        new PressureSource(tree),
        new CrashSource(tree),
        new WatchdogSource(tree),
        new RtcSource(tree, new SignOfLife(clock, tree.live())),
        new ThrottlingSource(tree, files),
        new IntrusionSource(tree, files, chips, clock));
  }

  /**
   * The board below a root.
   *
   * @param root {@code /} for this machine. Any other folder is the recording of a board in its
   *     {@code sys}, {@code proc}, {@code dev} and {@code run}: nothing of this machine is asked
   *     then, what only a kernel could answer is {@link io.panelwatch.hal.Measured.NotRecorded},
   *     and the clock, which is this machine's, is not trusted. A folder that is missing is a board
   *     without anything.
   */
  public static LinuxBoard of(Path root) {
    return of(root, WatchList.NONE);
  }

  /**
   * The board below a root, looked at for what somebody expects of it as well.
   *
   * @param root as of {@link #of(Path)}
   * @param watch paths in it are below the root, too
   * @throws UnsupportedOperationException on a Java of 32 bits
   */
  public static LinuxBoard of(Path root, WatchList watch) {
    NativeCall.require64Bits(ValueLayout.ADDRESS.byteSize());
    return new LinuxBoard(new Tree(root), watch);
  }

  /** Read anew at each call: a few small files. */
  @Override
  public BoardIdentity identity() {
    return Identities.of(tree);
  }

  /** The boot id never changes while this runs; the uptime is that of the call. */
  @Override
  public BootInfo boot() {
    return Boots.of(tree);
  }

  @Override
  public BoardClock clock() {
    return clock;
  }

  @Override
  public List<SensorSource> sources() {
    return sources;
  }

  @Override
  public BoardInventory inventory() {
    return inventory.read();
  }

  /** The kernel's own, while somebody listens; a recording says nothing by itself. */
  @Override
  public BoardEvents events() {
    return tree.live() ? new KernelEvents(tree, this::listSensorsAnew) : BoardEvents.SILENT;
  }

  private void listSensorsAnew() {
    chips.forget();
    zones.forget();
  }

  /** Ends the clock's timers and closes the kernel log. */
  @Override
  public void close() {
    disks.close();
    clock.close();
  }
}
