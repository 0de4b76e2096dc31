package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.Sample.Temperature.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a temperature is the temperature of, from the names that drivers and device trees give.
 *
 * <p>A processor has many sensors: one a core, one a cluster, one for the whole, and the kernel
 * often shows the whole both as a thermal zone and as a hwmon channel. They all get hot together,
 * so one of them a processor is the {@link Place#SOC}, and it is the whole before a part, a zone
 * before a channel.
 */
final class Places {

  /** Drivers of a processor's own sensors (Documentation/hwmon of the kernel). */
  private static final Set<String> PROCESSORS =
      Set.of("coretemp", "k8temp", "k10temp", "zenpower", "via_cputemp", "peci_cputemp");

  /** Drivers of all sensors of an ARM server, of which a label tells the processor's. */
  private static final Set<String> WITH_A_PROCESSOR =
      Set.of("apm_xgene", "scpi_sensors", "scmi_sensors", "smpro_hwmon", "altra_hwmon");

  /** Drivers of a disk's own sensor. */
  private static final Set<String> DISKS = Set.of("drivetemp", "nvme");

  /**
   * Drivers of a radio, which measures nothing while it is off: hwmon chips and zones are named
   * after them, with a number behind ({@code iwlwifi_1}, {@code ath10k_hwmon}, {@code
   * mt7915_phy0}).
   */
  private static final Pattern RADIOS = Pattern.compile("(iwlwifi|ath1[0-9]k|mt7[0-9]{3}|rtw).*");

  /**
   * Zones of a processor, the one for the whole first: {@code x86_pkg_temp}, {@code
   * package-thermal}, and {@code tj-thermal} of a Jetson, which is the hottest of all; {@code
   * soc_thermal} and {@code bcm2835_thermal}; {@code cpu-thermal}, {@code CPU-therm} and {@code
   * TCPU}; then the parts, as {@code bigcore0-thermal}, {@code cpu3-thermal} or {@code
   * soc0-thermal}; and last what vendors call a processor by, with a number where it has several:
   * {@code exynos-therm}, {@code tsens_tz_sensor0} of Qualcomm, {@code aml_thermal} of Amlogic,
   * {@code armada_thermal} and {@code kirkwood_thermal} of Marvell, {@code cls0} of HiSilicon.
   */
  private static final List<Pattern> ZONES_WHOLE_FIRST =
      Stream.of(
              "pkg|package|^tj[-_]",
              "(^|[-_])soc([-_]|$)|bcm2[78]|imx",
              "cpu[-_]?therm|^t?cpu$",
              "cpu|core|cluster|soc",
              "exynos|^tsens|^aml[-_]|armada|kirkwood|^cls[0-9]")
          .map(Pattern::compile)
          .toList();

  /**
   * Zones that are no processor's even where a board has no other: what ACPI tells of a case
   * ({@code acpitz} is anywhere, {@code INT3400}), other chips ({@code pch_skylake}, {@code
   * gpu-thermal}, {@code PMIC-Die}, which a Jetson shows as 100 degrees always), memory, disks,
   * radios and modems, batteries and their gauges, and what a hand touches.
   */
  private static final Pattern NO_PROCESSOR =
      Pattern.compile(
          "acpi|^int[0-9]|^pch|^sen[0-9]|gpu|npu|vpu|pmic|^pm[0-9]|die|ddr|dram|mem|nvme|ssd|disk"
              + "|emmc|mmc|wifi|wlan|iwl|phy|modem|mdm|rf|lan|eth|sfp|bat|^bq|^max|gauge|charg|bms"
              + "|usb|ntc|thermistor|quiet|^xo|^pa[-_]|skin|board|case|chassis|shell|panel|display|lcd|led|cam|fan|psu|vrm|supply");

  /**
   * Labels of a processor's channels, the one for the whole first: coretemp's {@code Package id 0},
   * once {@code Physical id 0}; k10temp's {@code Tdie}, which it shows where {@code Tctl} has an
   * offset; the {@code Die} of peci_cputemp; {@code SoC Temperature} of apm_xgene and {@code SoC
   * Temp 000} of altra_hwmon.
   */
  private static final List<Pattern> LABELS_WHOLE_FIRST =
      Stream.of("(package|physical) id .*", "tdie|die", "tctl", "soc( temp.*)?", "cpu")
          .map(Pattern::compile)
          .toList();

  private Places() {}

  /** The place of a chip's channel that is not a processor's. */
  static Place ofChannel(String chipName, String label) {
    if (isDisk(chipName)) {
      return Place.DISK;
    }
    // A label tells of the air only: a board maker's "CPU" may sit anywhere near one.
    return isAmbient(chipName) || isAmbient(label) ? Place.AMBIENT : Place.OTHER;
  }

  /** The type of the zones, one a processor, that tell how hot it is. */
  static Optional<String> socZone(List<String> types) {
    return ZONES_WHOLE_FIRST.stream()
        .flatMap(
            pattern ->
                types.stream()
                    .filter(type -> !isAmbient(type) && pattern.matcher(lower(type)).find()))
        .findFirst();
  }

  /**
   * The type of a board's zones where all have the same, whatever their vendor calls it, and
   * nothing says that it is another part's.
   */
  static Optional<String> onlyZone(List<String> types) {
    return types.stream()
        .filter(type -> types.stream().allMatch(type::equals))
        .filter(type -> !isAmbient(type) && !isRadio(type))
        .filter(type -> !NO_PROCESSOR.matcher(lower(type)).find())
        .findFirst();
  }

  /**
   * Which of a chip's channels, told by their labels, is a whole processor. Where a chip is nothing
   * but a processor and no label says which, it is the first; empty where it is none.
   */
  static OptionalInt wholeProcessor(String chipName, List<String> labels) {
    boolean only = PROCESSORS.contains(chipName) || socZone(List.of(chipName)).isPresent();
    if (!only && !WITH_A_PROCESSOR.contains(chipName)) {
      return OptionalInt.empty();
    }
    OptionalInt labelled =
        LABELS_WHOLE_FIRST.stream()
            .flatMapToInt(
                pattern ->
                    IntStream.range(0, labels.size())
                        .filter(i -> pattern.matcher(lower(labels.get(i))).matches()))
            .findFirst();
    return labelled.isEmpty() && only ? OptionalInt.of(0) : labelled;
  }

  static boolean isDisk(String chipName) {
    return DISKS.contains(chipName);
  }

  static boolean isRadio(String name) {
    return RADIOS.matcher(name).matches();
  }

  static boolean isAmbient(String name) {
    return lower(name).contains("ambient");
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
