package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.linux.file.DevicePlace;
import io.panelwatch.hal.linux.file.Names;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a hwmon chip is called: by its kind and by where it is, and by nothing else that is there. A
 * name that depended on how many of a kind there are would change when the second one is probed,
 * and the first would be missed.
 *
 * <pre>
 *   emc2305-fe804000.i2c-002f   one of a kind that a bus may have several of
 *   nvme-0000:01:00.0
 *   coretemp, coretemp.1        the first processor, the second
 *   nct6775                     platform devices, of which a board has one
 *   pwmfan-cooling_fan          but of some, which its device tree tells apart
 * </pre>
 */
final class ChipNames {

  /**
   * Kinds of platform devices of which a board may have several. Thermistors are called by their
   * part ({@code ntc_thermistor_id} of drivers/hwmon/ntc_thermistor.c).
   */
  private static final Pattern SEVERAL =
      Pattern.compile("pwmfan|gpio_fan|iio_hwmon|ncp[0-9]{2}[a-z].*|b57[0-9]{3}.*|ssg1404.*");

  /** An address on a bus: of PCI, ACPI or MDIO, of 1-wire, in memory, or behind a counted bus. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          ".*\\*.*|.*:[0-9a-f]{2}(?:\\..*)?|[0-9a-f]{2}-[0-9a-f]{12}|[0-9a-f]{4,16}\\.[a-z].*");

  /** A platform device with a number: an instance, or the address of an ISA device. */
  private static final Pattern NUMBERED = Pattern.compile(".*\\.([0-9]{1,5})");

  private static final int FIRST_ISA_ADDRESS = 0x100;

  private ChipNames() {}

  /**
   * The name of a chip.
   *
   * @param kind what its driver calls it; may be empty
   * @param place of its device, as {@link DevicePlace} has it; empty where there is none
   * @param entry {@code hwmonN}, for one of which nothing else is known
   */
  static String of(String kind, String place, String entry) {
    if (!kind.isEmpty() && (place.isEmpty() || isOneOfAKind(kind, place))) {
      return kind;
    }
    return withAddress(kind, place, entry);
  }

  /** The longer name, for a chip whose name another one has. */
  static String withAddress(String kind, String place, String entry) {
    String address = place.isEmpty() ? entry : DevicePlace.address(place);
    return kind.isEmpty() || address.startsWith(kind)
        ? Names.clean(address)
        : kind + "-" + Names.clean(address);
  }

  private static boolean isOneOfAKind(String kind, String place) {
    String device = place.substring(place.lastIndexOf('/') + 1);
    if (ADDRESS.matcher(device).matches()) {
      return false;
    }
    Matcher numbered = NUMBERED.matcher(device);
    if (numbered.matches()) {
      int number = Integer.parseInt(numbered.group(1));
      return number == 0 || number >= FIRST_ISA_ADDRESS;
    }
    return !SEVERAL.matcher(kind).matches() || isCalledLike(kind, device);
  }

  /** {@code pwm-fan} and {@code soc:pwm-fan} are called like {@code pwmfan}. */
  private static boolean isCalledLike(String kind, String device) {
    String name = device.substring(device.lastIndexOf(':') + 1);
    return name.replaceAll("[-_]", "").equals(kind.replaceAll("[-_]", ""));
  }
}
