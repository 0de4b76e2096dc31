package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.linux.file.ClassFolder;
import io.panelwatch.hal.linux.file.Names;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The thermal zones of a tree (Documentation/driver-api/thermal/sysfs-api.rst of the kernel). */
public final class ThermalZones {

  static final String FOLDER = "sys/class/thermal";

  /** Not every number has a trip point: drivers leave out those that the firmware does not set. */
  private static final Pattern TRIP_TYPE = Pattern.compile("trip_point_[0-9]{1,4}_type");

  /**
   * A zone.
   *
   * @param type what its driver calls it; not unique
   * @param folder {@code /sys/class/thermal/thermal_zoneN}
   * @param tripTypes its files {@code trip_point_N_type}
   * @param hasMode whether its firmware can disable it
   */
  public record Zone(String type, String folder, List<String> tripTypes, boolean hasMode) {

    /**
     * {@code trip_point_N_temp} of the one at which the kernel shuts down. Some kernels show types
     * under the lock that a zone is measured under, so this hangs where measuring does.
     */
    Optional<String> criticalTrip(SmallFiles files) {
      return tripTypes.stream()
          .filter(name -> files.attribute(folder, name).or("").equals("critical"))
          .findFirst()
          .map(name -> name.replace("_type", "_temp"));
    }

    /** The name that the kernel gives to the hwmon chip that it makes of a zone. */
    String hwmonName() {
      return type.replace('-', '_');
    }

    /** {@code thermal_zoneN}. */
    String number() {
      return folder.substring(folder.lastIndexOf('/') + 1);
    }
  }

  private final SmallFiles files;

  private ThermalZones(Tree tree) {
    files = new SmallFiles(tree);
  }

  /** The zones of a tree. */
  public static ClassFolder<Zone> in(Tree tree) {
    var zones = new ThermalZones(tree);
    return new ClassFolder<>(
        tree, FOLDER, "thermal_zone", entries -> entries.stream().map(zones::zone).toList());
  }

  private Zone zone(ClassFolder.Entry entry) {
    String type = Names.clean(files.attribute(entry.folder(), "type").or(""));
    List<String> tripTypes =
        entry.files().stream().filter(name -> TRIP_TYPE.matcher(name).matches()).toList();
    return new Zone(
        type.isEmpty() ? entry.name() : type,
        entry.folder(),
        tripTypes,
        entry.files().contains("mode"));
  }
}
