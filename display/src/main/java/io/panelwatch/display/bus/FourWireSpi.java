package io.panelwatch.display.bus;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.OutputLine;
import io.panelwatch.hal.SpiDevice;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * SPI with a separate data/command line (MIPI DBI type C, option 3).
 *
 * <pre>
 *   D/CX  ____/~~~~~~~~~~~~~~\____/~~~~~~~
 *   SDA   2A   xs xs xe xe    2C   pixels, pixels, ...
 *         command, parameters, RAMWR, data
 * </pre>
 *
 * <p>The line is moved only when its level changes; when moving it fails its level counts as
 * unknown. A transfer never holds half a pixel: chip select goes up between transfers, and a
 * controller may drop what it got of a pixel then.
 *
 * <p>An {@link SpiDevice} has one clock, so commands go out as fast as pixels. At 32 MHz that is
 * beyond the write cycle that an ILI9341 is rated for (twc, 100 ns) and works on the modules that
 * are sold; a profile's command clock is kept only by opening the device with it.
 */
public final class FourWireSpi implements PanelLink {

  private enum Level {
    UNKNOWN,
    COMMAND,
    DATA
  }

  private final SpiDevice spi;
  private final OutputLine dataCommand;
  private final Optional<OutputLine> reset;
  private final int transferBytes;
  private final ByteBuffer opcodeByte = ByteBuffer.allocateDirect(1);
  private Level level = Level.UNKNOWN;

  /**
   * Takes over the device and its lines.
   *
   * @param dataCommand D/CX: low for commands, high for data
   * @param reset RESX, low active, where it is wired
   */
  public FourWireSpi(SpiDevice spi, OutputLine dataCommand, Optional<OutputLine> reset) {
    this.spi = spi;
    this.dataCommand = dataCommand;
    this.reset = reset;
    this.transferBytes = Math.max(2, spi.maxTransferBytes() & ~1);
  }

  @Override
  public void command(int opcode, ByteBuffer parameters) throws DeviceException {
    opcodeByte.clear();
    opcodeByte.put(0, (byte) opcode);
    drive(Level.COMMAND);
    spi.write(opcodeByte);
    if (parameters.hasRemaining()) {
      pixels(parameters);
    }
  }

  @Override
  public void pixels(ByteBuffer bytes) throws DeviceException {
    drive(Level.DATA);
    int end = bytes.limit();
    while (bytes.position() < end) {
      bytes.limit(Math.min(end, bytes.position() + transferBytes));
      spi.write(bytes);
    }
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
  public int pixelClockHz() {
    return spi.clockHz();
  }

  @Override
  public int pixelTransferBytes() {
    return transferBytes;
  }

  @Override
  public void close() {
    spi.close();
    dataCommand.close();
    reset.ifPresent(OutputLine::close);
  }

  private void drive(Level wanted) throws DeviceException {
    if (level != wanted) {
      level = Level.UNKNOWN;
      dataCommand.set(wanted == Level.DATA);
      level = wanted;
    }
  }
}
