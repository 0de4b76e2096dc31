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
   * @param parameters its remaining bytes are the parameters, {@value #MOST_PARAMETERS} at most,
   *     none is allowed; its position is at its limit afterwards
   */
  void command(int opcode, ByteBuffer parameters) throws DeviceException;

  /** The most parameters of a command. */
  int MOST_PARAMETERS = 255;

  /**
   * Sends pixels that belong to the last command, in as many transfers as the bus needs.
   *
   * @param bytes whole cells of the picture; its position is at its limit afterwards
   */
  void pixels(ByteBuffer bytes) throws DeviceException;

  /** Whether the controller can be heard: without that {@link #read} is not to be called. */
  boolean canRead();

  /**
   * Sends a command and takes what the controller puts on its data line in the clocks after it,
   * dummy clocks included.
   *
   * @param opcode 0 to 255
   * @param answer filled up from its position to its limit, 8 bytes at most
   */
  void read(int opcode, ByteBuffer answer) throws DeviceException;

  /**
   * Drives the controller's reset line.
   *
   * @param asserted true holds the controller in reset
   */
  void reset(boolean asserted) throws DeviceException;

  /** Whether there is a reset line; without one {@link #reset} does nothing. */
  boolean hasResetLine();

  /** What bytes and transfers take here. */
  Tariff tariff();

  /**
   * What a link charges, apart from the latency of its transfers, which is measured.
   *
   * @param commandHz clock of commands and parameters, in hertz
   * @param pixelHz clock of pixels, in hertz
   * @param clocksPerByte 8 on SPI, 9 on I2C with its acknowledge
   * @param commandBytes bytes that a command or parameter takes on the wire: 1, or 2 behind shift
   *     registers
   * @param transfersPerCommand transfers of a command that has parameters; one without has one
   * @param messageBytes bytes that every transfer carries beside its load: address and control byte
   *     on I2C
   * @param transferBytes the longest run of pixel bytes that goes out as one transfer
   */
  record Tariff(
      int commandHz,
      int pixelHz,
      int clocksPerByte,
      int commandBytes,
      int transfersPerCommand,
      int messageBytes,
      int transferBytes) {

    private static final int I2C_CLOCKS_PER_BYTE = 9;
    private static final int I2C_ADDRESS_AND_CONTROL_BYTES = 2;

    /**
     * SPI with a data/command line.
     *
     * @param transferBytes whole cells
     */
    public static Tariff spi(WireRules rules, int commandHz, int pixelHz, int transferBytes) {
      return new Tariff(
          commandHz,
          pixelHz,
          Byte.SIZE,
          rules.registerBits() / Byte.SIZE,
          rules.parametersAreCommands() ? 1 : 2,
          0,
          transferBytes);
    }

    /** I2C at one clock for all: each byte has its acknowledge, each message its control byte. */
    public static Tariff i2c(int clockHz, int transferBytes) {
      return new Tariff(
          clockHz,
          clockHz,
          I2C_CLOCKS_PER_BYTE,
          1,
          1,
          I2C_ADDRESS_AND_CONTROL_BYTES,
          transferBytes);
    }
  }

  /** Releases lines and device; the controller is left as it is. */
  @Override
  void close();
}
