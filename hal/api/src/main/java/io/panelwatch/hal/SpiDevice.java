package io.panelwatch.hal;

import java.nio.ByteBuffer;

/**
 * One chip select of an SPI bus, opened: half of a panel's link, the other half being its D/C line.
 *
 * <p>Not thread-safe: one thread drives one device. Buffers may be on the heap or direct; bindings
 * that can, send direct ones without a copy.
 */
public interface SpiDevice extends AutoCloseable {

  /** The clock that transfers are made with unless a slower one is asked for, in hertz. */
  int clockHz();

  /**
   * Whether a transfer may be made slower than that. Where not, the clock was fixed when the device
   * was opened, and what is asked for with a transfer has no effect.
   */
  default boolean clockVaries() {
    return false;
  }

  /**
   * The longest run of bytes that goes out under one chip select, in bytes ({@code spidev.bufsiz},
   * 4096 unless the kernel was told otherwise). Longer writes are cut there.
   */
  int maxTransferBytes();

  /**
   * Sends the buffer's remaining bytes; its position is at its limit afterwards.
   *
   * @throws DeviceException when not all bytes went out; how many did is unknown, and the position
   *     is left where it was
   */
  void write(ByteBuffer bytes) throws DeviceException;

  /**
   * The same, with a slower clock where {@link #clockVaries}: controllers take commands slower than
   * pixels.
   *
   * @param mostHz the fastest clock to send with, in hertz, 1 or more
   */
  default void write(ByteBuffer bytes, int mostHz) throws DeviceException {
    write(bytes);
  }

  /**
   * Sends and receives at once, byte for byte, under one chip select.
   *
   * @param receive has at least as much room as {@code send} has bytes; as many are put into it
   * @throws DeviceException when the transfer failed, or is longer than {@link #maxTransferBytes()}
   */
  void transfer(ByteBuffer send, ByteBuffer receive) throws DeviceException;

  /**
   * The same, with a slower clock where {@link #clockVaries}: controllers are read slower than they
   * are written.
   *
   * @param mostHz the fastest clock to transfer with, in hertz, 1 or more
   */
  default void transfer(ByteBuffer send, ByteBuffer receive, int mostHz) throws DeviceException {
    transfer(send, receive);
  }

  /** Gives the device back. Calls after that fail; closing again is harmless. */
  @Override
  void close();
}
