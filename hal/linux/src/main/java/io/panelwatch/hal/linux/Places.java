package io.panelwatch.hal.linux;

import io.panelwatch.hal.Sample.Temperature.Place;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a temperature is the temperature of, from the names that drivers and device trees give. */
final class Places {

  /** Drivers of a processor's own sensors. */
  private static final Set<String> PROCESSORS =
      Set.of(
          "coretemp",
          "k8temp",
          "k10temp",
          "zenpower",
          "fam15h_power",
          "via_cputemp",
          "peci_cputemp");

  /** Drivers of a disk's own sensor. */
  private static final Set<String> DISKS = Set.of("drivetemp", "nvme");

  /**
   * Types of zones within a processor or system on chip: {@code cpu-thermal}, {@code soc_thermal},
   * {@code x86_pkg_temp}, {@code bigcore0-thermal}, {@code bcm2835_thermal}.
   */
  private static final Pattern SOC =
      Pattern.compile(".*(cpu|soc|core|pkg|package|cluster|bcm2[78]|imx).*");

  private Places() {}

  static Place ofChip(String name) {
    if (PROCESSORS.contains(name)) {
      return Place.SOC;
    }
    return DISKS.contains(name) ? Place.DISK : ofZone(name);
  }

  static Place ofZone(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    if (lower.contains("ambient")) {
      return Place.AMBIENT;
    }
    return SOC.matcher(lower).matches() ? Place.SOC : Place.OTHER;
  }

  /** A label tells of the air only: a board maker's "CPU" may sit anywhere near one. */
  static Place ofLabel(String label) {
    return label.toLowerCase(Locale.ROOT).contains("ambient") ? Place.AMBIENT : Place.OTHER;
  }
}
