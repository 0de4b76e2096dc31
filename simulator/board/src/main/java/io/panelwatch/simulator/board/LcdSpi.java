package io.panelwatch.simulator.board;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SpiDevice;
import java.nio.ByteBuffer;

/** The panel's chip select: its clock may be lowered with every transfer. */
final class LcdSpi extends LcdConnection implements SpiDevice {

  private static final String CALL = "ioctl SPI_IOC_MESSAGE";

  /** {@code spidev.bufsiz} where nobody told the kernel otherwise. */
  private static final int MAX_TRANSFER_BYTES = 4096;

  private final LcdModule module;
  private final WireTime wireTime;
  private final int clockHz;

  LcdSpi(LcdModule module, SensorGate gate, WireTime wireTime, int clockHz) {
    super(gate);
    this.module = module;
    this.wireTime = wireTime;
    this.clockHz = clockHz;
  }

  @Override
  public int clockHz() {
    return clockHz;
  }

  @Override
  public boolean clockVaries() {
    return true;
  }

  @Override
  public int maxTransferBytes() {
    return MAX_TRANSFER_BYTES;
  }

  @Override
  public void write(ByteBuffer bytes) throws DeviceException {
    write(bytes, clockHz);
  }

  @Override
  public void write(ByteBuffer bytes, int mostHz) throws DeviceException {
    enter(CALL);
    int length = bytes.remaining();
    module.write(bytes.duplicate());
    bytes.position(bytes.limit());
    wireTime.spend(length * Byte.SIZE, Math.min(clockHz, mostHz));
  }

  @Override
  public void transfer(ByteBuffer send, ByteBuffer receive) throws DeviceException {
    transfer(send, receive, clockHz);
  }

  @Override
  public void transfer(ByteBuffer send, ByteBuffer receive, int mostHz) throws DeviceException {
    if (send.remaining() > MAX_TRANSFER_BYTES) {
      throw new DeviceException(
          0,
          CALL,
          Component.LCD.source(),
          "%d bytes do not fit one transfer of %d: send less at once."
              .formatted(send.remaining(), MAX_TRANSFER_BYTES));
    }
    enter(CALL);
    int length = send.remaining();
    module.exchange(send.duplicate(), receive);
    send.position(send.limit());
    wireTime.spend(length * Byte.SIZE, Math.min(clockHz, mostHz));
  }
}
