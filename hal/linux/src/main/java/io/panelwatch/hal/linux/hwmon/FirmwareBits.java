package io.panelwatch.hal.linux.hwmon;

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
 */
public final class FirmwareBits {

  /** Below the root. */
  public static final String FOLDER = "sys/devices/platform/soc/soc:firmware";

  public static final String FILE = "get_throttled";

  private static final long UNDER_VOLTAGE = 0x1;

  /** Frequency capped, throttled, soft temperature limit. */
  private static final long SLOWED_DOWN = 0x2 | 0x4 | 0x8;

  private final String folder;
  private final Attributes attributes;

  FirmwareBits(Tree tree, Attributes attributes) {
    this.folder = tree.path(FOLDER);
    this.attributes = attributes;
  }

  String path() {
    return folder + "/" + FILE;
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
        attributes.hexadecimal(folder, FILE), bits -> ((long) bits & mask) == 0 ? 0 : 1);
  }
}
