package io.panelwatch.hal.linux.file;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a device is, in words that are the same after a reboot: its path below {@code /sys/devices}
 * with a star for each number that the kernel gives out in the order of probing.
 *
 * <pre>
 *   /sys/devices/pci0000:00/0000:00:1f.2/ata1/host0/target0:0:0/0:0:0:0
 *               pci0000:00/0000:00:1f.2/ata1/host*&#47;target*:0:0/*:0:0:0
 * </pre>
 *
 * <p>The number of an ATA port is counted too, and stays: nothing else tells the ports of one
 * controller apart.
 */
public final class DevicePlace {

  private static final String DEVICES = "/devices/";

  /** Counted numbers, each with what goes before and what stays behind it. */
  private static final List<Pattern> COUNTED =
      List.of(
          Pattern.compile("(host|usb|hwmon|nvme|mmc|i2c-|spi)[0-9]+()"),
          Pattern.compile("(target|mmc)[0-9]+(:.+)"),
          Pattern.compile("(spi)[0-9]+(\\..+)"),
          Pattern.compile("()[0-9]+(:[0-9]+:[0-9]+:[0-9]+)"), // SCSI: host, channel, target, unit
          Pattern.compile("()[0-9]+(-[0-9].*)")); // a bus and an address or port on it

  private DevicePlace() {}

  /**
   * The place of what an entry of {@code /sys/class} or {@code /sys/block} stands for; empty where
   * it has no device behind it.
   */
  public static String of(Tree tree, String entry) {
    String path = tree.realPath(entry + "/device").orElse("");
    int below = path.indexOf(DEVICES);
    return below < 0 ? "" : withoutCounts(path.substring(below + DEVICES.length()));
  }

  private static String withoutCounts(String path) {
    return Arrays.stream(path.split("/"))
        .map(DevicePlace::withoutCount)
        .collect(Collectors.joining("/"));
  }

  private static String withoutCount(String element) {
    for (Pattern counted : COUNTED) {
      var matcher = counted.matcher(element);
      if (matcher.matches()) {
        return matcher.group(1) + "*" + matcher.group(2);
      }
    }
    return element;
  }
}
