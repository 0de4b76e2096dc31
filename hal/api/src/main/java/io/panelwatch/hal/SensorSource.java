package io.panelwatch.hal;

import java.time.Duration;
import java.util.List;

/**
 * A family of channels that is read together: all fans, all power supplies, all file systems.
 *
 * <p>Reading blocks for as long as the hardware does, and is never called twice at the same time,
 * but after {@link #leaveHungDevice}. Threads change from one read to the next; each read happens
 * before the next one, so that a source may keep what it has seen in plain fields.
 */
public interface SensorSource {

  /** Which family. */
  SensorFamily family();

  /** Where it looks, for a person: {@code /sys/class/hwmon}. */
  String lookedIn();

  /**
   * Whether it looks for anything. One that reads what somebody has to name first (a USB device
   * that must be there, a UPS behind a server) finds nothing where nobody has named any, and then
   * nothing is missing.
   */
  default boolean looksForAnything() {
    return true;
  }

  /**
   * Every channel that is there now, in a stable order with stable component names. Empty where the
   * board has none. A channel that cannot be read is listed with {@link Measured.Failed}.
   *
   * @throws DeviceException only where the family as a whole cannot be listed
   */
  List<? extends Sample> read() throws DeviceException;

  /**
   * Gives up the device that the read under way is waiting for, where it has waited for longer than
   * that. Called from any other thread while {@link #read} runs.
   *
   * <p>After that, read may be called again at once, on another thread: it leaves that device out,
   * whose channels are {@link Measured.Failed} with ETIMEDOUT until it has answered, and reads all
   * others. The thread that was left with it comes back when the device does, if ever, with an
   * exception instead of channels, and is to be forgotten.
   *
   * @return true where a device was given up; false where none has taken that long, and from a
   *     source that does not tell its devices apart, which hangs as a whole
   */
  default boolean leaveHungDevice(Duration longest) {
    return false;
  }
}
