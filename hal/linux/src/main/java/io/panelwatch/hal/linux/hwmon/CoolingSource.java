package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.CoolingDevice;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.ClassFolder;
import io.panelwatch.hal.linux.file.DevicePlace;
import io.panelwatch.hal.linux.file.Fitted;
import io.panelwatch.hal.linux.file.FittedSource;
import io.panelwatch.hal.linux.file.Lanes;
import io.panelwatch.hal.linux.file.Names;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the kernel cools with.
 *
 * <p>{@code cooling_deviceN} counts in the order of probing. A device is called by its driver's
 * type, and by the address of the hardware behind it where the kernel shows any, as of the
 * processors of ACPI: {@code Processor-LNXCPU:03}.
 */
public final class CoolingSource implements FittedSource {

  private static final String PREFIX = "cooling_device";
  private static final String STATE = "cur_state";
  private static final String MAX_STATE = "max_state";

  /** A device and its folder. */
  private record Device(String component, String folder) {}

  private final Tree tree;
  private final SmallFiles files;
  private final Attributes attributes;
  private final ClassFolder<Device> devices;
  private final Lanes<Device, CoolingDevice> lanes;
  private ClassFolder.Listing<Device> seen = ClassFolder.Listing.none();

  public CoolingSource(Tree tree, SmallFiles files, BoardClock clock) {
    this.tree = tree;
    this.files = files;
    attributes = new Attributes(files);
    devices = new ClassFolder<>(tree, ThermalZones.FOLDER, PREFIX, this::named);
    lanes = new Lanes<>(clock, Device::folder);
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.COOLING_DEVICES;
  }

  @Override
  public String lookedIn() {
    return tree.path(ThermalZones.FOLDER);
  }

  @Override
  public List<CoolingDevice> read() throws DeviceException {
    seen = devices.newerThan(seen);
    lanes.listed(seen.devices());
    List<CoolingDevice> read = new ArrayList<>();
    for (Device device : seen.devices()) {
      read.add(
          lanes.run(
              device,
              () -> told(device, state(device, STATE), state(device, MAX_STATE)),
              why -> told(device, why, Measured.absent())));
    }
    return read;
  }

  @Override
  public List<Fitted> fitted() throws DeviceException {
    return devices.newerThan(ClassFolder.Listing.none()).devices().stream()
        .map(device -> new Fitted(family(), device.component(), device.folder(), ""))
        .toList();
  }

  @Override
  public boolean leaveHungDevice(Duration longest) {
    return lanes.leaveHungDevice(longest);
  }

  private static CoolingDevice told(Device device, Measured state, Measured maxState) {
    return new CoolingDevice(device.component(), device.folder() + "/" + STATE, state, maxState);
  }

  /** The intel_powerclamp driver shows -1 while it does nothing. */
  private Measured state(Device device, String attribute) {
    return Attributes.within(
        attributes.reading(device.folder(), attribute), 0, Double.POSITIVE_INFINITY);
  }

  private List<Device> named(List<ClassFolder.Entry> entries) {
    List<String> names =
        new Names().unique(entries, this::name, entry -> name(entry) + "-" + entry.name());
    return IntStream.range(0, entries.size())
        .mapToObj(i -> new Device(names.get(i), entries.get(i).folder()))
        .toList();
  }

  private String name(ClassFolder.Entry entry) {
    String place = DevicePlace.of(tree, entry.folder());
    return place.isEmpty()
        ? type(entry)
        : type(entry) + "-" + Names.clean(DevicePlace.address(place));
  }

  private String type(ClassFolder.Entry entry) {
    String type = Names.clean(files.attribute(entry.folder(), "type").or(""));
    return type.isEmpty() ? entry.name() : type;
  }
}
