package io.panelwatch.simulator.board;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.I2cDevice;
import java.nio.ByteBuffer;

/** A slave address of the panel's I2C bus, opened; nobody but the panel is on the bus. */
final class SimulatedI2c extends LcdConnection implements I2cDevice {

  private static final String CALL = "write I2C";

  /** I2C fast mode (UM10204, 1). */
  private static final int CLOCK_HZ = 400_000;

  /** UM10204, 3.1.5: eight bits and the acknowledge. */
  private static final int CLOCKS_PER_BYTE = 9;

  /** As i2c-dev of Linux has it ({@code i2cdev_write}). */
  private static final int MAX_MESSAGE_BYTES = 8192;

  private final LcdModule module;
  private final WireTime wireTime;
  private final int address;

  SimulatedI2c(LcdModule module, SensorGate gate, WireTime wireTime, int address) {
    super(gate);
    this.module = module;
    this.wireTime = wireTime;
    this.address = address;
  }

  @Override
  public int clockHz() {
    return CLOCK_HZ;
  }

  @Override
  public int maxTransferBytes() {
    return MAX_MESSAGE_BYTES;
  }

  @Override
  public void write(ByteBuffer bytes) throws DeviceException {
    int length = bytes.remaining();
    if (length > MAX_MESSAGE_BYTES) {
      throw new DeviceException(
          0,
          CALL,
          Component.LCD.source(),
          "%d bytes do not fit one message of %d: send less at once."
              .formatted(length, MAX_MESSAGE_BYTES));
    }
    enter(CALL);
    module.message(address, bytes.duplicate());
    bytes.position(bytes.limit());
    wireTime.spend((1 + length) * CLOCKS_PER_BYTE, CLOCK_HZ);
  }
}
