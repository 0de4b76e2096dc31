package io.panelwatch.hal;

import java.util.List;

/**
 * A family of channels that is read together: all fans, all power supplies, all file systems.
 *
 * <p>Reading blocks for as long as the hardware does, and is never called twice at the same time.
 */
public interface SensorSource {

  /** Which family. */
  SensorFamily family();

  /** Where it looks, for a person: {@code /sys/class/hwmon}. */
  String lookedIn();

  /**
   * Every channel that is there now, in a stable order with stable component names. Empty where the
   * board has none. A channel that cannot be read is listed with {@link Measured.Failed}.
   *
   * @throws DeviceException only where the family as a whole cannot be listed
   */
  List<? extends Sample> read() throws DeviceException;
}
