package io.panelwatch.hal.linux;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample.PowerSupply;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.util.List;

/** The power supplies of a tree (Documentation/ABI/testing/sysfs-class-power of the kernel). */
final class PowerSupplySource implements SensorSource {

  private static final String FOLDER = "sys/class/power_supply";

  private final Tree tree;
  private final Attributes attributes;

  PowerSupplySource(Tree tree) {
    this.tree = tree;
    attributes = new Attributes(new SmallFiles(tree));
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.POWER_SUPPLIES;
  }

  @Override
  public String lookedIn() {
    return tree.path(FOLDER);
  }

  @Override
  public List<PowerSupply> read() {
    var names = new Names();
    return tree.names(lookedIn()).stream()
        .map(name -> supply(names.unique(Names.clean(name)), lookedIn() + "/" + name))
        .toList();
  }

  private PowerSupply supply(String component, String folder) {
    boolean taken = attributes.number(folder, "present").is(0);
    return new PowerSupply(
        component,
        folder,
        type(attributes.text(folder, "type").or("")),
        attributes.text(folder, "scope").or("").equals("Device"),
        attributes.on(folder, "online"),
        taken ? Measured.absent() : capacity(folder),
        taken ? PowerSupply.Status.UNKNOWN : status(attributes.text(folder, "status").or("")),
        Measured.absent(),
        Measured.absent());
  }

  /** Gauges that do not count in percent give the charge or the energy, and what full would be. */
  private Measured capacity(String folder) {
    Measured capacity = attributes.limit(folder, "capacity");
    if (capacity instanceof Measured.Absent) {
      capacity = ratio(folder, "energy");
    }
    if (capacity instanceof Measured.Absent) {
      capacity = ratio(folder, "charge");
    }
    return Attributes.within(capacity, 0, 100);
  }

  private Measured ratio(String folder, String quantity) {
    Measured now = attributes.limit(folder, quantity + "_now");
    Measured full = attributes.limit(folder, quantity + "_full");
    return now instanceof Measured.Value(double held)
            && full instanceof Measured.Value(double most)
            && most > 0
        ? Measured.of(Math.min(100, held * 100 / most))
        : Measured.absent();
  }

  /** Older kernels tell the kinds of USB ports apart: {@code USB_DCP}, {@code USB_PD}. */
  private static PowerSupply.Type type(String type) {
    return switch (type) {
      case "Mains" -> PowerSupply.Type.MAINS;
      case "Battery" -> PowerSupply.Type.BATTERY;
      case "UPS" -> PowerSupply.Type.UPS;
      default -> type.startsWith("USB") ? PowerSupply.Type.USB : PowerSupply.Type.OTHER;
    };
  }

  private static PowerSupply.Status status(String status) {
    return switch (status) {
      case "Charging" -> PowerSupply.Status.CHARGING;
      case "Discharging" -> PowerSupply.Status.DISCHARGING;
      case "Not charging" -> PowerSupply.Status.NOT_CHARGING;
      case "Full" -> PowerSupply.Status.FULL;
      default -> PowerSupply.Status.UNKNOWN;
    };
  }
}
