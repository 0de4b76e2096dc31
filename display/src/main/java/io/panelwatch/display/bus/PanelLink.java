package io.panelwatch.display.bus;

import io.panelwatch.hal.DeviceException;
import java.nio.ByteBuffer;

/**
 * The wire to a panel's controller: commands with parameters one way, pixels another, because some
 * controllers want a slower clock, another line level or another control byte for the one than for
 * the other.
 *
 * <p>After a {@link DeviceException} nothing is known about what the controller took; whoever
 * drives it starts over. Not thread-safe. Nothing is allocated per call.
 */
public interface PanelLink extends AutoCloseable {

  /**
   * Sends a command and all its parameters.
   *
   * @param opcode 0 to 255
   * @param parameters its remaining bytes are the parameters, none is allowed; its position is at
   *     its limit afterwards
   */
  void command(int opcode, ByteBuffer parameters) throws DeviceException;

  /**
   * Sends pixels that belong to the last command, in as many transfers as the bus needs.
   *
   * @param bytes whole pixels of two bytes; its position is at its limit afterwards
   */
  void pixels(ByteBuffer bytes) throws DeviceException;

  /**
   * Drives the controller's reset line.
   *
   * @param asserted true holds the controller in reset
   */
  void reset(boolean asserted) throws DeviceException;

  /** Whether there is a reset line; without one {@link #reset} does nothing. */
  boolean hasResetLine();

  /** The clock that pixels go out with, in hertz. */
  int pixelClockHz();

  /** The longest run of pixel bytes that goes out as one transfer, in bytes, even. */
  int pixelTransferBytes();

  /** Releases lines and device; the controller is left as it is. */
  @Override
  void close();
}
