package io.panelwatch.hal.linux.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SensorFamily;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the kernel's device model announces: devices that come, go or change, each with its {@code
 * SUBSYSTEM} (lib/kobject_uevent.c).
 *
 * <pre>
 *   change@/devices/platform/.../power_supply/AC NUL ACTION=change NUL SUBSYSTEM=power_supply NUL ...
 *   change@/devices/.../hwmon/hwmon2 NUL ACTION=change NUL SUBSYSTEM=hwmon NUL NAME=temp1_crit_alarm NUL
 * </pre>
 *
 * <p>Whoever waits for the reading of what changed must not wait for more: a chip that tells which
 * of its attributes changed (hwmon_notify_event) is read for that kind of channels only, and
 * devices are listed anew only when one came or went.
 */
public final class Uevents {

  private static final int NETLINK_KOBJECT_UEVENT = 15; // linux/netlink.h

  /** The kernel's own messages; udev sends its to group 2. */
  private static final int KERNEL_GROUP = 1;

  private static final String HWMON = "hwmon";
  private static final String THERMAL = "thermal";

  private static final Map<String, Set<SensorFamily>> FAMILIES =
      Map.ofEntries(
          Map.entry(
              HWMON,
              Set.of(
                  SensorFamily.FANS,
                  SensorFamily.TEMPERATURES,
                  SensorFamily.RAILS,
                  SensorFamily.CURRENTS,
                  SensorFamily.POWERS,
                  SensorFamily.ENERGIES,
                  SensorFamily.HUMIDITIES,
                  SensorFamily.INTRUSIONS)),
          Map.entry(THERMAL, Set.of(SensorFamily.TEMPERATURES)),
          Map.entry("power_supply", Set.of(SensorFamily.POWER_SUPPLIES)),
          Map.entry("block", Set.of(SensorFamily.DISKS, SensorFamily.RAID_ARRAYS)),
          Map.entry("nvme", Set.of(SensorFamily.DISKS)),
          Map.entry("rtc", Set.of(SensorFamily.RTC_BATTERIES)),
          Map.entry("watchdog", Set.of(SensorFamily.WATCHDOGS)),
          Map.entry("usb", Set.of(SensorFamily.USB_DEVICES)),
          Map.entry("net", Set.of(SensorFamily.NET_LINKS)));

  /** {@code temp1_crit_alarm}: the attribute that a hwmon chip speaks of. */
  private static final Pattern ATTRIBUTE = Pattern.compile("([a-z]+)[0-9]+_.*");

  private static final Map<String, SensorFamily> OF_KIND =
      Map.of(
          "fan", SensorFamily.FANS,
          "temp", SensorFamily.TEMPERATURES,
          "in", SensorFamily.RAILS,
          "curr", SensorFamily.CURRENTS,
          "power", SensorFamily.POWERS,
          "energy", SensorFamily.ENERGIES,
          "humidity", SensorFamily.HUMIDITIES,
          "intrusion", SensorFamily.INTRUSIONS);

  private Uevents() {}

  /**
   * Listens from now on; needs no privilege.
   *
   * @param cameOrWent hears of a sensor chip or a thermal zone that did, before its families are
   *     told; on the thread that takes
   * @throws DeviceException with errno
   */
  public static Ear open(Runnable cameOrWent) throws DeviceException {
    return NetlinkEar.open(
        NETLINK_KOBJECT_UEVENT,
        KERNEL_GROUP,
        "the kernel's uevents",
        message -> {
          if (listsSensorsAnew(message)) {
            cameOrWent.run();
          }
          return families(message);
        });
  }

  /** Which families a message is about; none where its subsystem has no sensors. */
  static Set<SensorFamily> families(ByteBuffer message) {
    String subsystem = field(message, "SUBSYSTEM");
    Set<SensorFamily> all = FAMILIES.getOrDefault(subsystem, Set.of());
    Matcher attribute = ATTRIBUTE.matcher(field(message, "NAME"));
    if (!subsystem.equals(HWMON) || !attribute.matches()) {
      return all;
    }
    SensorFamily spokenOf = OF_KIND.get(attribute.group(1));
    return spokenOf == null ? all : Set.of(spokenOf);
  }

  /** Whether there may be other chips or zones than before. */
  static boolean listsSensorsAnew(ByteBuffer message) {
    String subsystem = field(message, "SUBSYSTEM");
    return (subsystem.equals(HWMON) || subsystem.equals(THERMAL))
        && !field(message, "ACTION").equals("change");
  }

  /** What stands behind a name and an equals sign; empty where nothing does. */
  private static String field(ByteBuffer message, String name) {
    String wanted = name + "=";
    for (String field : ISO_8859_1.decode(message.duplicate()).toString().split("\0", -1)) {
      if (field.startsWith(wanted)) {
        return field.substring(wanted.length());
      }
    }
    return "";
  }
}
