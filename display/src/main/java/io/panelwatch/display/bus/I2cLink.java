package io.panelwatch.display.bus;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.I2cDevice;
import io.panelwatch.hal.OutputLine;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * I2C as the small mono controllers take it (SSD1306 data sheet 8.1.5.2): each message begins with
 * a control byte that says what its bytes are.
 *
 * <pre>
 *   S  address+W  0x00  command, parameters       P
 *   S  address+W  0x40  cells, cells, ...         P
 * </pre>
 *
 * <p>The bus is written only: these controllers answer with a status byte that says little.
 */
public final class I2cLink implements PanelLink {

  private static final byte COMMANDS = 0x00;
  private static final byte DATA = 0x40;

  private final I2cDevice device;
  private final Optional<OutputLine> reset;
  private final Tariff tariff;
  private final ByteBuffer message;

  /**
   * Takes over the device and the line.
   *
   * @param reset RES#, low active, where it is wired
   */
  public I2cLink(I2cDevice device, Optional<OutputLine> reset) {
    this.device = device;
    this.reset = reset;
    this.message = ByteBuffer.allocateDirect(Math.max(1 + 1, device.maxTransferBytes()));
    this.tariff = Tariff.i2c(device.clockHz(), message.capacity() - 1);
  }

  @Override
  public void command(int opcode, ByteBuffer parameters) throws DeviceException {
    message.clear().put(COMMANDS).put((byte) opcode).put(parameters);
    device.write(message.flip());
  }

  @Override
  public void pixels(ByteBuffer bytes) throws DeviceException {
    int end = bytes.limit();
    while (bytes.position() < end) {
      bytes.limit(Math.min(end, bytes.position() + tariff.transferBytes()));
      message.clear().put(DATA).put(bytes);
      device.write(message.flip());
    }
  }

  @Override
  public boolean canRead() {
    return false;
  }

  @Override
  public void read(int opcode, ByteBuffer answer) {
    throw new UnsupportedOperationException("these controllers cannot be read back over I2C");
  }

  @Override
  public void reset(boolean asserted) throws DeviceException {
    if (reset.isPresent()) {
      reset.get().set(!asserted);
    }
  }

  @Override
  public boolean hasResetLine() {
    return reset.isPresent();
  }

  @Override
  public Tariff tariff() {
    return tariff;
  }

  @Override
  public void close() {
    device.close();
    reset.ifPresent(OutputLine::close);
  }
}
