package io.panelwatch.hal.linux.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SensorFamily;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;

/**
 * What the kernel's device model announces: devices that come, go or change, each with its {@code
 * SUBSYSTEM} (lib/kobject_uevent.c).
 *
 * <pre>
 *   change@/devices/platform/.../power_supply/AC NUL ACTION=change NUL SUBSYSTEM=power_supply NUL ...
 * </pre>
 */
public final class Uevents {

  private static final int NETLINK_KOBJECT_UEVENT = 15; // linux/netlink.h

  /** The kernel's own messages; udev sends its to group 2. */
  private static final int KERNEL_GROUP = 1;

  private static final String SUBSYSTEM = "SUBSYSTEM=";

  private static final Map<String, Set<SensorFamily>> FAMILIES =
      Map.ofEntries(
          Map.entry(
              "hwmon", Set.of(SensorFamily.FANS, SensorFamily.TEMPERATURES, SensorFamily.RAILS)),
          Map.entry("thermal", Set.of(SensorFamily.TEMPERATURES)),
          Map.entry("power_supply", Set.of(SensorFamily.POWER_SUPPLIES)),
          Map.entry("block", Set.of(SensorFamily.DISKS, SensorFamily.RAID_ARRAYS)),
          Map.entry("nvme", Set.of(SensorFamily.DISKS)),
          Map.entry("usb", Set.of(SensorFamily.USB_DEVICES)),
          Map.entry("net", Set.of(SensorFamily.NET_LINKS)));

  private Uevents() {}

  /**
   * Listens from now on; needs no privilege.
   *
   * @throws DeviceException with errno
   */
  public static Ear open() throws DeviceException {
    return NetlinkEar.open(
        NETLINK_KOBJECT_UEVENT, KERNEL_GROUP, "the kernel's uevents", Uevents::families);
  }

  /** Which families a message is about; none where its subsystem has no sensors. */
  static Set<SensorFamily> families(ByteBuffer message) {
    for (String field : ISO_8859_1.decode(message).toString().split("\0", -1)) {
      if (field.startsWith(SUBSYSTEM)) {
        return FAMILIES.getOrDefault(field.substring(SUBSYSTEM.length()), Set.of());
      }
    }
    return Set.of();
  }
}
