package io.panelwatch.hal;

import java.nio.ByteBuffer;

/**
 * One slave address of an I2C bus, opened: the whole link of a small mono panel.
 *
 * <p>Not thread-safe: one thread drives one device. Buffers may be on the heap or direct.
 */
public interface I2cDevice extends AutoCloseable {

  /** The clock of the bus, in hertz. Each byte takes nine of its periods (UM10204, 3.1.5). */
  int clockHz();

  /** The longest message that the adapter takes, in bytes, its address not counted. */
  int maxTransferBytes();

  /**
   * Sends the buffer's remaining bytes as one message: start, address, bytes, stop. Its position is
   * at its limit afterwards.
   *
   * @throws DeviceException when the slave did not acknowledge (errno ENXIO or EREMOTEIO), or the
   *     message is longer than {@link #maxTransferBytes()}; how many bytes it took is unknown, and
   *     the position is left where it was
   */
  void write(ByteBuffer bytes) throws DeviceException;

  /** Gives the device back. Calls after that fail; closing again is harmless. */
  @Override
  void close();
}
