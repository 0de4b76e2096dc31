package io.panelwatch.hal.linux.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
 * controller apart. A bus behind an I2C multiplexer is counted, and lies in the folder of the bus
 * before it ({@code i2c_mux_add_adapter} of drivers/i2c/i2c-mux.c): it is called by the multiplexer
 * and its channel.
 *
 * <pre>
 *   /sys/devices/platform/soc/fe804000.i2c/i2c-1/i2c-5/5-0048
 *                platform/soc/fe804000.i2c/i2c-*&#47;i2c-*:0070.2/*-0048
 * </pre>
 */
public final class DevicePlace {

  private static final String DEVICES = "/devices/";

  /** Counted numbers, each with what goes before and what stays behind it. */
  private static final List<Pattern> COUNTED =
      List.of(
          Pattern.compile("(host|usb|hwmon|nvme|mmc|i2c-|spi|phy)[0-9]+()"),
          Pattern.compile("(target|mmc)[0-9]+(:.+)"),
          Pattern.compile("(spi)[0-9]+(\\..+)"),
          Pattern.compile("((?:port|phy|expander|end_device|rport)-)[0-9]+(:.+)"), // SAS, FC
          Pattern.compile("(scmi_dev\\.)[0-9]+()"),
          Pattern.compile("()[0-9]+(:[0-9]+:[0-9]+:[0-9]+)"), // SCSI: host, channel, target, unit
          Pattern.compile("()[0-9]+(-[0-9].*)"), // a bus and an address or port on it
          Pattern.compile("([0-9A-F]{4}:[0-9A-F]{4}:[0-9A-F]{4}\\.)[0-9A-F]{4}()")); // HID

  /** A device of a 1-wire bus: its family and its serial number, none of which is counted. */
  private static final Pattern ONE_WIRE = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{12}");

  /** A folder that groups devices, as {@code ieee80211} and {@code nvme}, and is none. */
  private static final Pattern GROUP = Pattern.compile("[a-z_]+|ieee80211");

  /** What the kernel counted, and what is behind it: {@code *-0048}, {@code spi*.0}. */
  private static final Pattern AFTER_COUNT = Pattern.compile("(?:i2c-|[a-z]*)\\*[-:.](.+)");

  private static final Pattern I2C_BUS = Pattern.compile("i2c-[0-9]+");

  /** The {@code name} of a bus behind a multiplexer. */
  private static final Pattern I2C_CHANNEL =
      Pattern.compile("i2c-[0-9]+-mux \\(chan_id ([0-9]{1,9})\\)");

  private DevicePlace() {}

  /**
   * The place of what an entry of {@code /sys/class} or {@code /sys/block} stands for; empty where
   * it has no device behind it.
   */
  public static String of(Tree tree, String entry) {
    String path = tree.realPath(entry + "/device").orElse("");
    int below = path.indexOf(DEVICES);
    return below < 0 ? "" : withoutCounts(tree, path.substring(below + DEVICES.length()));
  }

  /**
   * The end of a place, as far as it tells a device from all others of its kind: its address, after
   * the address of what its bus belongs to where the kernel counts such buses.
   *
   * <pre>
   *   pci0000:00/0000:00:1d.0/0000:01:00.0/nvme/nvme*        0000:01:00.0
   *   platform/soc/fe804000.i2c/i2c-*&#47;*-0048                  fe804000.i2c-0048
   *   pci0000:00/0000:00:1f.2/ata1/host*&#47;target*:0:0/*:0:0:0  ata1-0:0:0
   * </pre>
   *
   * @param place as {@link #of} gives it; empty for an empty one
   */
  public static String address(String place) {
    Deque<String> parts = new ArrayDeque<>();
    for (String element : List.of(place.split("/")).reversed()) {
      Matcher counted = AFTER_COUNT.matcher(element);
      if (counted.matches() && !element.startsWith("target")) {
        parts.addFirst(counted.group(1));
      } else if (element.indexOf('*') < 0 && !isGroup(element, place)) {
        parts.addFirst(element);
        break;
      }
    }
    return String.join("-", parts);
  }

  private static boolean isGroup(String element, String place) {
    return GROUP.matcher(element).matches() && !place.endsWith("/" + element);
  }

  private static String withoutCounts(Tree tree, String path) {
    List<String> elements = List.of(path.split("/"));
    List<String> place = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      boolean behindABus =
          i > 0
              && I2C_BUS.matcher(elements.get(i)).matches()
              && I2C_BUS.matcher(elements.get(i - 1)).matches();
      String folder = tree.path("sys" + DEVICES + String.join("/", elements.subList(0, i + 1)));
      place.add(withoutCount(elements.get(i)) + (behindABus ? i2cChannel(tree, folder) : ""));
    }
    return String.join("/", place);
  }

  /** {@code :0070.2}: the address of the multiplexer, or its name, and the channel of it. */
  private static String i2cChannel(Tree tree, String bus) {
    Matcher channel = I2C_CHANNEL.matcher(new SmallFiles(tree).attribute(bus, "name").or(""));
    if (!channel.matches()) {
      return "";
    }
    String mux = tree.realPath(bus + "/mux_device").orElse("");
    String name = withoutCount(mux.substring(mux.lastIndexOf('/') + 1)).replace("*-", "");
    return ":" + (name.isEmpty() ? "" : name + ".") + channel.group(1);
  }

  private static String withoutCount(String element) {
    if (ONE_WIRE.matcher(element).matches()) {
      return element;
    }
    for (Pattern counted : COUNTED) {
      var matcher = counted.matcher(element);
      if (matcher.matches()) {
        return matcher.group(1) + "*" + matcher.group(2);
      }
    }
    return element;
  }
}
