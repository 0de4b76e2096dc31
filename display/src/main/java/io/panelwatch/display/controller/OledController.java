package io.panelwatch.display.controller;

import java.nio.ByteBuffer;
import java.util.function.LongSupplier;

/**
 * A monochrome OLED controller and its glass. Commands and their parameters come with D/C# low,
 * dots with D/C# high.
 *
 * <p>Refused are: unknown commands, settings that would change the picture in a way that is not
 * modelled, dots in the place of a parameter, dots before the whole address was set or behind the
 * window. A lit dot is white, as bright as the contrast register makes the segments' current
 * (contrast / 255). It is dark, however many dots are set, while the panel's voltage was not on at
 * the moment of Display ON.
 *
 * <p>Display OFF is these controllers' sleep. Over the serial interface nothing can be read.
 */
final class OledController extends SerialController {

  private static final int WIDTH = 128;
  private static final int HEIGHT = 64;

  private final OledChip chip;
  private final PagedRam ram;
  private final int[] parameters = new int[2];
  private final OledCommand nop;

  private OledCommand command;
  private int opcode;
  private int received;
  private boolean displayOn;
  private boolean supply;
  private boolean supplied;
  private boolean segmentsRemapped;
  private boolean commonsRemapped;
  private boolean allOn;
  private boolean inverse;
  private int startLine;
  private int displayOffset;
  private int contrast;

  /** A controller that gets power now, its RES# line high. */
  OledController(OledChip chip, LongSupplier nanos) {
    super(new ResetPin(nanos, chip.resetLow(), chip.datasheet() + ", Reset Circuit"));
    this.chip = chip;
    this.ram = new PagedRam(chip.columns());
    this.nop = chip.of(0xE3);
    this.command = nop;
    restart();
  }

  @Override
  public boolean answers(int asked) {
    return false;
  }

  @Override
  public void read(int asked, ByteBuffer into) {
    throw new ProtocolViolation(
        "0x%02X asks for an answer, which the serial interface does not give".formatted(asked),
        chip.datasheet());
  }

  @Override
  public synchronized boolean displayOn() {
    return displayOn;
  }

  @Override
  public synchronized boolean sleeping() {
    return !displayOn;
  }

  @Override
  public boolean tearingEffectOn() {
    return false;
  }

  @Override
  boolean lit() {
    return displayOn && supplied;
  }

  @Override
  Picture dark() {
    return new Picture(WIDTH, HEIGHT, new int[WIDTH * HEIGHT]);
  }

  @Override
  Picture running() {
    int white = contrast << 16 | contrast << 8 | contrast;
    int[] rgb = new int[WIDTH * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      int common = HEIGHT - 1 - y;
      int line = commonsRemapped ? HEIGHT - 1 - common : common;
      int row = (line + startLine + displayOffset) % HEIGHT;
      for (int x = 0; x < WIDTH; x++) {
        int segment = chip.firstColumn() + WIDTH - 1 - x;
        boolean on = allOn || ram.dot(segment, row) != inverse;
        rgb[y * WIDTH + x] = on ? white : 0;
      }
    }
    return new Picture(WIDTH, HEIGHT, rgb);
  }

  @Override
  void takeCommand(int value) {
    if (received < command.parameters()) {
      parameters[received++] = value;
    } else {
      command = chip.of(value);
      opcode = value;
      received = 0;
    }
    if (received == command.parameters()) {
      execute();
    }
  }

  @Override
  void takeData(int value) {
    if (received < command.parameters()) {
      throw new ProtocolViolation(
          "%s got %d of its %d parameters, then data"
              .formatted(command, received, command.parameters()),
          chip.source(command));
    }
    ram.store(value, segmentsRemapped, chip.datasheet() + ", Display Data RAM");
  }

  @Override
  void forget() {
    command = nop;
    received = 0;
  }

  @Override
  void restart() {
    displayOn = false;
    supply = chip.supplyAtReset();
    supplied = false;
    segmentsRemapped = false;
    commonsRemapped = false;
    allOn = false;
    inverse = false;
    startLine = 0;
    displayOffset = 0;
    contrast = chip.contrastAtReset();
    ram.reset();
    forget();
  }

  @Override
  void released() {
    restart();
  }

  private void execute() {
    String source = chip.source(command);
    command.limit().check(parameters, received, source);
    switch (command.effect()) {
      case NONE -> {}
      case COLUMN_LOW -> ram.lowColumn(opcode & 0x0F, source);
      case COLUMN_HIGH -> ram.highColumn(opcode & 0x0F, source);
      case PAGE -> ram.page(opcode & 0x07, source);
      case ADDRESSING_MODE -> ram.mode(mode(parameters[0]));
      case COLUMN_RANGE -> ram.columnRange(parameters[0], parameters[1], source);
      case PAGE_RANGE -> ram.pageRange(parameters[0], parameters[1], source);
      case START_LINE -> startLine = opcode & 0x3F;
      case DISPLAY_OFFSET -> displayOffset = parameters[0] & 0x3F;
      case CONTRAST -> contrast = parameters[0];
      case SEGMENT_REMAP -> segmentsRemapped = (opcode & 1) != 0;
      case COMMON_REMAP -> commonsRemapped = (opcode & 8) != 0;
      case ALL_ON -> allOn = (opcode & 1) != 0;
      case INVERSE -> inverse = (opcode & 1) != 0;
      case DISPLAY -> display((opcode & 1) != 0);
      case CHARGE_PUMP -> supply((parameters[0] & 0x04) != 0);
      case DC_DC -> dcDc((parameters[0] & 1) != 0);
    }
  }

  private static PagedRam.Mode mode(int parameter) {
    return switch (parameter & 0x03) {
      case 0 -> PagedRam.Mode.HORIZONTAL;
      case 1 -> PagedRam.Mode.VERTICAL;
      default -> PagedRam.Mode.PAGE;
    };
  }

  private void display(boolean on) {
    displayOn = on;
    supplied = on && supply;
  }

  /** The pump starts with Display ON only, but stops at once. */
  private void supply(boolean on) {
    supply = on;
    supplied &= on;
  }

  private void dcDc(boolean on) {
    if (displayOn) {
      throw new ProtocolViolation(
          "the converter was switched while the display was on", chip.source(command));
    }
    supply(on);
  }
}
