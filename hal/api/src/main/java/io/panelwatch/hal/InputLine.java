package io.panelwatch.hal;

/**
 * A line that the board listens to and that tells of its edges by itself: a power-fail signal, a
 * door contact. Opened by {@link InputLines}. Thread-safe.
 */
public interface InputLine extends AutoCloseable {

  /**
   * A change of the line's meaning and not of its voltage, as the kernel has it: an active-low line
   * rises when its voltage falls.
   */
  enum Edge {
    /** From inactive to active: {@code GPIO_V2_LINE_EVENT_RISING_EDGE}. */
    RISING,
    /** From active to inactive: {@code GPIO_V2_LINE_EVENT_FALLING_EDGE}. */
    FALLING
  }

  /**
   * Whether the line is active now. Blocks as its hardware does: one behind an I2C expander takes a
   * transfer.
   *
   * @throws DeviceException with errno and the chip's path when it cannot be read: EIO, and ENODEV
   *     once the chip is gone
   */
  boolean isActive() throws DeviceException;

  /**
   * Gives the line back; nothing is told once this returns. Calls after that fail; closing again is
   * harmless.
   */
  @Override
  void close();
}
