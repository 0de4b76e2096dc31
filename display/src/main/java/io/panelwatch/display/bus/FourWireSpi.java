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
 * <p>Controllers of the SSD1306's kind want their parameters with the line low, so a command and
 * its parameters are one transfer there. Modules with shift registers take every command and
 * parameter as a word of 16 bits. {@link WireRules} says which.
 *
 * <p>The line is moved only when its level changes; when moving it fails its level counts as
 * unknown. A transfer never holds part of a pixel: chip select goes up between transfers, and a
 * controller may drop what it got of a pixel then.
 *
 * <p>Commands and answers go at the clocks of the rules where the device can slow down, pixels at
 * that of the device, which the integrator chose: modules bear more than they are rated for.
 */
public final class FourWireSpi implements PanelLink {

  /** RDDST, the longest answer that is asked for, has four bytes and a dummy clock. */
  private static final int MOST_ANSWER_BYTES = 8;

  private static final int WORD_BYTES = 2;

  private enum Level {
    UNKNOWN,
    COMMAND,
    DATA
  }

  private final SpiDevice spi;
  private final OutputLine dataCommand;
  private final Optional<OutputLine> reset;
  private final boolean readable;
  private final WireRules rules;
  private final Tariff tariff;
  private final ByteBuffer words =
      ByteBuffer.allocateDirect(WORD_BYTES * (1 + PanelLink.MOST_PARAMETERS));
  private final ByteBuffer question = ByteBuffer.allocateDirect(1 + MOST_ANSWER_BYTES);
  private final ByteBuffer heard = ByteBuffer.allocateDirect(1 + MOST_ANSWER_BYTES);
  private Level level = Level.UNKNOWN;

  /**
   * Takes over the device and its lines.
   *
   * @param dataCommand D/CX: low for commands, high for data
   * @param reset RESX, low active, where it is wired
   * @param readable whether the controller's data output reaches MISO; a device that cannot slow
   *     down to the clock for answers is not read all the same
   */
  public FourWireSpi(
      SpiDevice spi,
      OutputLine dataCommand,
      Optional<OutputLine> reset,
      boolean readable,
      WireRules rules) {
    this.spi = spi;
    this.dataCommand = dataCommand;
    this.reset = reset;
    boolean slowEnough = spi.clockVaries() || spi.clockHz() <= rules.readHz();
    this.readable = readable && slowEnough && rules.registerBits() == Byte.SIZE;
    this.rules = rules;
    this.tariff =
        Tariff.spi(
            rules,
            spi.clockVaries() ? Math.min(spi.clockHz(), rules.commandHz()) : spi.clockHz(),
            spi.clockHz(),
            Math.max(1, spi.maxTransferBytes() / rules.cellBytes()) * rules.cellBytes());
  }

  @Override
  public void command(int opcode, ByteBuffer parameters) throws DeviceException {
    words.clear();
    putRegister(opcode);
    if (!rules.parametersAreCommands()) {
      sendWords(Level.COMMAND);
      words.clear();
    }
    while (parameters.hasRemaining()) {
      putRegister(parameters.get());
    }
    if (words.position() > 0) {
      sendWords(rules.parametersAreCommands() ? Level.COMMAND : Level.DATA);
    }
  }

  @Override
  public void pixels(ByteBuffer bytes) throws DeviceException {
    drive(Level.DATA);
    int end = bytes.limit();
    while (bytes.position() < end) {
      bytes.limit(Math.min(end, bytes.position() + tariff.transferBytes()));
      spi.write(bytes);
    }
  }

  @Override
  public boolean canRead() {
    return readable;
  }

  /**
   * {@inheritDoc}
   *
   * <p>One transfer with D/CX low: chip select must not go up between command and answer, and the
   * controller looks at the line only while it takes a command.
   */
  @Override
  public void read(int opcode, ByteBuffer answer) throws DeviceException {
    int length = answer.remaining();
    question.clear().put((byte) opcode);
    while (question.position() <= length) {
      question.put((byte) Dcs.NOP);
    }
    heard.clear();
    drive(Level.COMMAND);
    spi.transfer(question.flip(), heard, Math.min(spi.clockHz(), rules.readHz()));
    answer.put(heard.flip().position(1));
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
    spi.close();
    dataCommand.close();
    reset.ifPresent(OutputLine::close);
  }

  private void putRegister(int value) {
    if (rules.registerBits() > Byte.SIZE) {
      words.put((byte) 0);
    }
    words.put((byte) value);
  }

  private void sendWords(Level wanted) throws DeviceException {
    drive(wanted);
    spi.write(words.flip(), tariff.commandHz());
  }

  private void drive(Level wanted) throws DeviceException {
    if (level != wanted) {
      level = Level.UNKNOWN;
      dataCommand.set(wanted == Level.DATA);
      level = wanted;
    }
  }
}
