package io.panelwatch.simulator.board;

import java.util.Arrays;
import java.util.Optional;

/** The parts of the simulated board, by the names under which they are sampled and switched. */
public enum Component {
  FAN1("fan1", "simulated:hwmon0/fan1"),
  FAN2("fan2", "simulated:hwmon0/fan2"),
  MAINS("mains", "simulated:power_supply/mains"),
  BATTERY("battery", "simulated:power_supply/battery"),
  RAIL_12V("rail-12v", "simulated:hwmon1/in0"),
  RAIL_5V("rail-5v", "simulated:hwmon1/in1"),
  RAIL_3V3("rail-3v3", "simulated:hwmon1/in2"),
  SOC("soc", "simulated:thermal_zone0/temp"),
  DISK1("disk1", "simulated:/"),
  DISK2("disk2", "simulated:/data"),
  LINK("link", "simulated:net/eth0"),
  CLOCK("clock", "simulated:adjtimex"),
  LCD("lcd", "simulated:spidev0.0");

  private final String id;
  private final String source;

  Component(String id, String source) {
    this.id = id;
    this.source = source;
  }

  /** The name in samples, in the console's paths and in scenarios. */
  public String id() {
    return id;
  }

  /** What stands where a real board names the file or device; no real path, so none is mistaken. */
  String source() {
    return source;
  }

  /** The part with that {@linkplain #id() name}. */
  public static Optional<Component> named(String id) {
    return Arrays.stream(values()).filter(part -> part.id.equals(id)).findFirst();
  }
}
