package io.panelwatch.hal.linux;

import io.panelwatch.hal.Measured;
import java.util.List;
import java.util.regex.Pattern;

/** The thermal zones of a tree (Documentation/driver-api/thermal/sysfs-api.rst of the kernel). */
final class ThermalZones {

  static final String FOLDER = "sys/class/thermal";

  /** Not every number has a trip point: drivers leave out those that the firmware does not set. */
  private static final Pattern TRIP_TYPE = Pattern.compile("trip_point_[0-9]{1,4}_type");

  /**
   * A zone.
   *
   * @param type what its driver calls it; not unique
   * @param folder {@code /sys/class/thermal/thermal_zoneN}
   */
  record Zone(String type, String folder) {

    /** The name that the kernel gives to the hwmon chip that it makes of a zone. */
    String hwmonName() {
      return type.replace('-', '_');
    }

    /** {@code thermal_zoneN}. */
    String number() {
      return folder.substring(folder.lastIndexOf('/') + 1);
    }
  }

  private final Tree tree;
  private final Attributes attributes;

  ThermalZones(Tree tree, Attributes attributes) {
    this.tree = tree;
    this.attributes = attributes;
  }

  List<Zone> list() {
    String folder = tree.path(FOLDER);
    return tree.names(folder).stream()
        .filter(name -> name.startsWith("thermal_zone"))
        .map(name -> zone(folder + "/" + name))
        .toList();
  }

  /** The trip point at which the kernel shuts down, in millidegrees; absent where there is none. */
  Measured critical(Zone zone) {
    return tree.names(zone.folder()).stream()
        .filter(name -> TRIP_TYPE.matcher(name).matches())
        .filter(name -> attributes.text(zone.folder(), name).or("").equals("critical"))
        .findFirst()
        .map(name -> attributes.limit(zone.folder(), name.replace("_type", "_temp")))
        .orElse(Measured.absent());
  }

  private Zone zone(String folder) {
    String type = Names.clean(attributes.text(folder, "type").or(""));
    return new Zone(type.isEmpty() ? folder.substring(folder.lastIndexOf('/') + 1) : type, folder);
  }
}
