package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.Tree;

/**
 * What the firmware of a Raspberry Pi says of its power and heat: {@code get_throttled} of
 * raspberrypi/linux (drivers/firmware/raspberrypi.c there), hexadecimal without a prefix. The bits
 * from 16 on say what was once; they are history and no state.
 *
 * <p>The file is deprecated: the first read after a boot makes the kernel log a warning with a
 * stack trace ({@code WARN_ONCE} in {@code get_throttled_show}), and taints it. It is read all the
 * same: hwmon has undervoltage only ({@code rpi_volt}), and nothing else tells of throttling. What
 * it shows is what the driver last asked the firmware for, every two seconds.
 *
 * <p>Where the device lies differs from model to model: {@code soc/soc:firmware} of a Pi 1 to 4,
 * {@code soc@107c000000:firmware} below its {@code soc} of a Pi 5. Its driver lists it on all of
 * them.
 */
public final class FirmwareBits {

  private static final String DEVICE = "sys/devices/platform/soc/soc:firmware";
  private static final String DRIVER = "sys/bus/platform/drivers/raspberrypi-firmware";
  private static final String FILE = "get_throttled";

  private static final long UNDER_VOLTAGE = 0x1;

  /** Frequency capped, throttled, soft temperature limit. */
  private static final long SLOWED_DOWN = 0x2 | 0x4 | 0x8;

  private final Tree tree;
  private final Attributes attributes;

  FirmwareBits(Tree tree, Attributes attributes) {
    this.tree = tree;
    this.attributes = attributes;
  }

  /** Where the file is, or would be on a Raspberry Pi 1 to 4. */
  public static String path(Tree tree) {
    return folder(tree) + "/" + FILE;
  }

  private static String folder(Tree tree) {
    String usual = tree.path(DEVICE);
    if (tree.holds(usual + "/" + FILE)) {
      return usual;
    }
    String driver = tree.path(DRIVER);
    try {
      return tree.names(driver).stream()
          .map(device -> driver + "/" + device)
          .filter(device -> tree.holds(device + "/" + FILE))
          .findFirst()
          .orElse(usual);
    } catch (DeviceException refused) {
      return usual; // a board that nobody may look at so closely is none of these
    }
  }

  /** As {@link #path(Tree)}. */
  String path() {
    return path(tree);
  }

  /** Whether there is such a file, which is not read. */
  boolean isThere() {
    return tree.holds(path());
  }

  /** Whether the supply is too weak now; absent on any other board. */
  Measured underVoltage() {
    return bit(UNDER_VOLTAGE);
  }

  /** Whether the processor is slowed down now; absent on any other board. */
  Measured slowedDown() {
    return bit(SLOWED_DOWN);
  }

  private Measured bit(long mask) {
    return Attributes.map(
        attributes.hexadecimal(folder(tree), FILE), bits -> ((long) bits & mask) == 0 ? 0 : 1);
  }
}
