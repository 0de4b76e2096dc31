package io.panelwatch.display.controller;

import java.nio.ByteBuffer;
import java.util.function.LongSupplier;

/**
 * A controller with the MIPI display command set and its glass.
 *
 * <p>Refused are: unknown commands, a wrong number of parameters, settings that would change the
 * picture in a way that is not modelled, an address outside the memory, data that no command asked
 * for, half pixels, pixels behind the window, and commands before the waits of the datasheet are
 * over.
 *
 * <p>The brightness registers (WRDISBV, WRCTRLD) drive a pin that none of the modules here wires to
 * its light, so they are taken and change nothing.
 */
final class DcsController extends SerialController {

  private final DcsChip chip;
  private final Glass glass;
  private final CommandTiming timing;
  private final GraphicsRam ram;
  private final PixelReader pixels = new PixelReader();
  private final int[] parameters = new int[64];
  private final DcsCommand nop;

  private DcsCommand command;
  private int received;
  private boolean sleeping;
  private boolean displayOn;
  private boolean inverted;
  private boolean tearingEffectOn;
  private int pixelFormat;

  /** A controller that gets power now, its RESX line high. */
  DcsController(DcsChip chip, Glass glass, LongSupplier nanos) {
    super(
        new ResetPin(
            nanos, chip.waits().resetLow(), chip.commands().datasheet() + ", Reset Timing"));
    this.chip = chip;
    this.glass = glass;
    this.timing = new CommandTiming(nanos, chip);
    this.ram = new GraphicsRam(chip);
    this.nop = chip.commands().of(0x00);
    this.command = nop;
    restart();
  }

  /** Whether data bytes belong to pixels and not to a register. */
  synchronized boolean takesPixels() {
    return command.takesPixels();
  }

  @Override
  public boolean answers(int opcode) {
    return Readback.covers(opcode);
  }

  @Override
  public synchronized void read(int opcode, ByteBuffer into) {
    received(1 + into.remaining());
    requireOutOfReset();
    requireComplete();
    forget();
    timing.check(nop);
    if (!answers(opcode)) {
      throw new ProtocolViolation(
          "0x%02X reads nothing that is modelled".formatted(opcode), chip.commands().datasheet());
    }
    var status =
        new Readback.Status(
            !sleeping,
            displayOn,
            inverted,
            tearingEffectOn,
            ram.madctl(),
            pixelFormat & chip.formatReadMask());
    Readback.of(opcode, status).answer(into);
  }

  @Override
  public synchronized boolean displayOn() {
    return displayOn;
  }

  @Override
  public synchronized boolean sleeping() {
    return sleeping;
  }

  @Override
  public synchronized boolean tearingEffectOn() {
    return tearingEffectOn;
  }

  @Override
  boolean lit() {
    return displayOn && !sleeping;
  }

  @Override
  Picture running() {
    return glass.seen(ram, inverted);
  }

  @Override
  Picture dark() {
    return glass.dark();
  }

  @Override
  void takeCommand(int opcode) {
    requireComplete();
    forget();
    DcsCommand next = chip.commands().of(opcode);
    timing.check(next);
    if (next.takesPixels() || next.most() == 0) {
      execute(next);
    }
    command = next;
  }

  @Override
  void takeData(int value) {
    if (command.takesPixels()) {
      if (pixels.take(value)) {
        ram.store(command, pixels.rgb());
      }
      return;
    }
    if (received == command.most()) {
      throw violation(
          "data byte 0x%02X follows %s, which has its %d parameters (pixels come after RAMWR)"
              .formatted(value, command, command.most()));
    }
    parameters[received++] = value;
    if (received == command.most()) {
      execute(command);
    }
  }

  @Override
  void forget() {
    command = nop;
    received = 0;
    pixels.begin();
  }

  @Override
  void restart() {
    ram.madctl(0);
    format(chip.pixelFormat());
    softReset();
  }

  @Override
  void released() {
    boolean wasAwake = !sleeping;
    restart();
    timing.released(wasAwake);
  }

  private void requireComplete() {
    if (received < command.least()) {
      throw violation(
          "%s got %d of its %d parameters".formatted(command, received, command.least()));
    }
    if (pixels.insidePixel()) {
      throw violation("%s ended inside a pixel".formatted(command));
    }
  }

  private void execute(DcsCommand next) {
    next.limit().check(parameters, received, chip.commands().source(next));
    switch (next.effect()) {
      case NONE -> {}
      case SOFT_RESET -> {
        boolean wasAwake = !sleeping;
        softReset();
        timing.softReset(next, wasAwake);
      }
      case SLEEP_IN -> sleep(next, true);
      case SLEEP_OUT -> sleep(next, false);
      case INVERSION_OFF -> inverted = false;
      case INVERSION_ON -> inverted = true;
      case DISPLAY_OFF -> displayOn = false;
      case DISPLAY_ON -> displayOn = true;
      case COLUMN_ADDRESS -> ram.columns(next, word(0), word(2));
      case PAGE_ADDRESS -> ram.pages(next, word(0), word(2));
      case MEMORY_WRITE -> ram.rewind(next);
      case MEMORY_CONTINUE -> ram.resume(next);
      case TEARING_OFF -> tearingEffectOn = false;
      case TEARING_ON -> tearingEffectOn = true;
      case ADDRESS_MODE -> ram.madctl(parameters[0]);
      case PIXEL_FORMAT -> format(parameters[0]);
    }
  }

  /** What a reset by command does; MADCTL, the pixel format and the memory are kept. */
  private void softReset() {
    sleeping = true;
    displayOn = false;
    inverted = false;
    tearingEffectOn = false;
    ram.resetWindow();
    forget();
  }

  private void sleep(DcsCommand next, boolean in) {
    boolean changes = sleeping != in;
    sleeping = in;
    timing.sleep(next, changes);
  }

  private void format(int colmod) {
    PixelFormat asked =
        chip.formats().stream()
            .filter(format -> format.dbi() == (colmod & 0x07))
            .findAny()
            .orElseThrow(
                () ->
                    violation(
                        "COLMOD 0x%02X asks for a pixel format that this interface does not take"
                            .formatted(colmod)));
    pixelFormat = colmod;
    pixels.format(asked);
  }

  private int word(int at) {
    return parameters[at] << 8 | parameters[at + 1];
  }

  private ProtocolViolation violation(String what) {
    return new ProtocolViolation(what, chip.commands().source(command));
  }
}
