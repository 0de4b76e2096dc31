package io.panelwatch.simulator.board;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.I2cDevice;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * An I2C device with faults in its bus, wrapped around a good one: see {@link FaultySpi}. Messages
 * are counted.
 */
public final class FaultyI2c implements I2cDevice {

  private static final String CALL = "write I2C";

  private final I2cDevice device;
  private final LinkFault fault;

  /**
   * A device whose bus works until a fault is set.
   *
   * @param device what the messages go through to
   * @param clock whose time stalls take
   */
  public FaultyI2c(I2cDevice device, BoardClock clock) {
    this(device, new LinkFault(clock, "simulated:faulty-i2c", () -> {}));
  }

  FaultyI2c(I2cDevice device, LinkFault fault) {
    this.device = device;
    this.fault = fault;
  }

  /** Every n-th message fails with that errno, and nothing of it goes out. */
  public void failEvery(int n, int errno) {
    fault.failEvery(n, errno);
  }

  /** Of every n-th message the last byte is lost, and nobody is told. */
  public void dropLastByteOfEvery(int n) {
    fault.dropLastByteOfEvery(n);
  }

  /** Every n-th message takes that much longer. */
  public void stallEvery(int n, Duration duration) {
    fault.stallEvery(n, duration);
  }

  /** No fault from now on. */
  public void heal() {
    fault.heal();
  }

  @Override
  public int clockHz() {
    return device.clockHz();
  }

  @Override
  public int maxTransferBytes() {
    return device.maxTransferBytes();
  }

  @Override
  public void write(ByteBuffer bytes) throws DeviceException {
    boolean dropsLastByte = fault.strike(CALL);
    if (dropsLastByte && bytes.hasRemaining()) {
      int limit = bytes.limit();
      device.write(bytes.duplicate().limit(limit - 1));
      bytes.position(limit);
    } else {
      device.write(bytes);
    }
  }

  @Override
  public void close() {
    device.close();
  }
}
