package io.panelwatch.simulator.board;

import io.panelwatch.hal.SensorFamily;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The parts of the simulated board, by the names under which they are sampled and switched. */
public enum Component {
  FAN1("fan1", "simulated:hwmon0/fan1", SensorFamily.FANS),
  FAN2("fan2", "simulated:hwmon0/fan2", SensorFamily.FANS),
  MAINS("mains", "simulated:power_supply/mains", SensorFamily.POWER_SUPPLIES),
  BATTERY("battery", "simulated:power_supply/battery", SensorFamily.POWER_SUPPLIES),
  RAIL_12V("rail-12v", "simulated:hwmon1/in0", SensorFamily.RAILS),
  RAIL_5V("rail-5v", "simulated:hwmon1/in1", SensorFamily.RAILS),
  RAIL_3V3("rail-3v3", "simulated:hwmon1/in2", SensorFamily.RAILS),
  SOC("soc", "simulated:thermal_zone0/temp", SensorFamily.TEMPERATURES),
  DISK1("disk1", "simulated:/", SensorFamily.FILE_SYSTEMS),
  DISK2("disk2", "simulated:/data", SensorFamily.FILE_SYSTEMS),
  LINK("link", "simulated:net/eth0", SensorFamily.NET_LINKS),
  CLOCK("clock", "simulated:adjtimex", SensorFamily.CLOCK),
  CERTIFICATE("certificate", "simulated:client.pem", SensorFamily.CERTIFICATES),
  PRINTER("printer", "simulated:usb/1-1", SensorFamily.USB_DEVICES),
  SERVICE("kiosk.service", "simulated:systemd", SensorFamily.UNITS),
  DRIVE("sda", "simulated:block/sda", SensorFamily.DISKS),
  RAID("md0", "simulated:mdstat", SensorFamily.RAID_ARRAYS),
  MEMORY("memory", "simulated:meminfo", SensorFamily.MEMORY),
  /** No sensor: a line that whoever opens it is told of, {@code POWER_FAIL_N}. */
  POWER_FAIL("power-fail", "simulated:gpiochip0"),
  /** No sensor: its engine finds out by itself. */
  LCD("lcd", "simulated:spidev0.0");

  private final String id;
  private final String source;
  private final Optional<SensorFamily> family;

  Component(String id, String source) {
    this(id, source, Optional.empty());
  }

  Component(String id, String source, SensorFamily family) {
    this(id, source, Optional.of(family));
  }

  Component(String id, String source, Optional<SensorFamily> family) {
    this.id = id;
    this.source = source;
    this.family = family;
  }

  /** The name in samples, in the console's paths and in scenarios. */
  public String id() {
    return id;
  }

  /** What stands where a real board names the file or device; no real path, so none is mistaken. */
  String source() {
    return source;
  }

  /** What it is read with; empty for what is no sensor. */
  Optional<SensorFamily> family() {
    return family;
  }

  /** The parts that are read with a family; none of a family that this board does not have. */
  static List<Component> of(SensorFamily family) {
    return Arrays.stream(values())
        .filter(part -> part.family.filter(family::equals).isPresent())
        .toList();
  }

  /** The part with that {@linkplain #id() name}. */
  public static Optional<Component> named(String id) {
    return Arrays.stream(values()).filter(part -> part.id.equals(id)).findFirst();
  }
}
