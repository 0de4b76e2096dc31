package io.panelwatch.hal.linux;

import io.panelwatch.hal.Measured;

/**
 * What the firmware of a Raspberry Pi says of its power and heat: {@code get_throttled} of
 * raspberrypi/linux (drivers/firmware/raspberrypi.c there), hexadecimal without a prefix. The bits
 * from 16 on say what was once; they are history and no state.
 */
final class FirmwareBits {

  /** Below the root. */
  static final String FOLDER = "sys/devices/platform/soc/soc:firmware";

  static final String FILE = "get_throttled";

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
