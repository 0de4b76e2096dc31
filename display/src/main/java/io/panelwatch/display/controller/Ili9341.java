package io.panelwatch.display.controller;

import java.nio.ByteBuffer;
import java.util.function.LongSupplier;

/**
 * An ILI9341 with its glass, written from the datasheet (Ilitek, V1.11): takes the bytes of the
 * 4-wire serial interface with the level of D/CX and shows what a person would see.
 *
 * <p>What the real one would not take as it was meant is refused with a {@link ProtocolViolation}:
 * unknown commands, a wrong number of parameters, an address outside the memory, data that no
 * command asked for, a command before the waits of the datasheet are over. The real one begins a
 * window anew when more pixels come than it holds; here that is a violation too, because nobody
 * means it. The offending byte and the rest of its transfer are dropped; a new command may follow.
 *
 * <p>The glass is that of the common 2.2 to 3.2 inch modules, held upright: the memory's column 0
 * is at its right edge, and its filters are blue, green, red, so MADCTL's BGR bit gives true
 * colours. Power-on leaves noise in the memory, the display off and the controller asleep.
 *
 * <p>Thread-safe: one thread writes, others may look. Time is asked only to judge the waits.
 */
final class Ili9341 implements Controller {

  private static final int BGR = 0x08;

  /** DISCTRL's second byte with REV (normally white) and none of GS, SS, SM (8.3.7). */
  private static final int SCAN_AS_WIRED = 0x80;

  private static final int SCAN_BITS = 0xF0;

  private final CommandTiming timing;
  private final GraphicsRam ram = new GraphicsRam();
  private final byte[] parameters = new byte[16];
  private final PixelReader pixels = new PixelReader();

  private Command command = Command.NOP;
  private int received;
  private boolean inReset;
  private boolean sleeping = true;
  private boolean displayOn;
  private boolean inverted;
  private boolean tearingEffectOn;
  private long bytes;
  private long revision;

  /** A controller that was just powered on, its RESX line high. */
  Ili9341(LongSupplier nanos) {
    this.timing = new CommandTiming(nanos);
  }

  @Override
  public synchronized void resetLine(boolean high) {
    if (high == !inReset) {
      return;
    }
    inReset = !high;
    revision++;
    if (inReset) {
      timing.resetFell();
    } else {
      boolean wasAwake = !sleeping;
      powerOn();
      timing.resetRose(wasAwake);
    }
  }

  @Override
  public synchronized void powerGlitch() {
    revision++;
    powerOn();
  }

  @Override
  public synchronized void write(boolean data, ByteBuffer transfer) {
    bytes += transfer.remaining();
    revision++;
    try {
      if (inReset && transfer.hasRemaining()) {
        throw new ProtocolViolation("bytes came while RESX was low", "15.4");
      }
      while (transfer.hasRemaining()) {
        int value = transfer.get() & 0xFF;
        if (data) {
          takeData(value);
        } else {
          takeCommand(value);
        }
      }
    } catch (ProtocolViolation violation) {
      transfer.position(transfer.limit());
      forgetCommand();
      throw violation;
    }
  }

  @Override
  public boolean answers(int opcode) {
    return Readback.covers(opcode);
  }

  @Override
  public synchronized void read(int opcode, ByteBuffer into) {
    bytes += 1 + into.remaining();
    if (inReset) {
      throw new ProtocolViolation("a command came while RESX was low", "15.4");
    }
    requireComplete();
    forgetCommand();
    timing.check(Command.NOP);
    Readback.of(opcode, status()).answer(into);
  }

  private Readback.Status status() {
    return new Readback.Status(
        !sleeping, displayOn, inverted, tearingEffectOn, ram.madctl(), pixels.dbi());
  }

  @Override
  public synchronized void linkBroken() {
    forgetCommand();
  }

  @Override
  public synchronized Picture image() {
    int[] rgb = new int[GraphicsRam.COLUMNS * GraphicsRam.PAGES];
    if (displayOn && !sleeping && !inReset) {
      for (int y = 0; y < GraphicsRam.PAGES; y++) {
        for (int x = 0; x < GraphicsRam.COLUMNS; x++) {
          rgb[y * GraphicsRam.COLUMNS + x] = seen(ram.rgb(GraphicsRam.COLUMNS - 1 - x, y));
        }
      }
    }
    return new Picture(GraphicsRam.COLUMNS, GraphicsRam.PAGES, rgb);
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
  public synchronized long bytes() {
    return bytes;
  }

  @Override
  public synchronized long revision() {
    return revision;
  }

  private void takeCommand(int opcode) {
    requireComplete();
    forgetCommand();
    Command next = Command.of(opcode);
    timing.check(next);
    command = next;
    if (next.parameters() == Command.PIXELS) {
      pixels.begin();
      if (next == Command.RAMWR) {
        ram.rewind();
      } else {
        ram.resume();
      }
    } else if (next.parameters() == 0) {
      execute();
    }
  }

  private void takeData(int value) {
    if (command.parameters() == Command.PIXELS) {
      if (pixels.take(value)) {
        ram.store(pixels.rgb());
      }
      return;
    }
    if (received == command.parameters()) {
      throw new ProtocolViolation(
          "data byte 0x%02X follows %s, which has its %d parameters (pixels come after RAMWR)"
              .formatted(value, command, command.parameters()),
          command.section());
    }
    parameters[received++] = (byte) value;
    if (received == command.parameters()) {
      execute();
    }
  }

  private void requireComplete() {
    if (command.parameters() > received) {
      throw new ProtocolViolation(
          "%s got %d of its %d parameters".formatted(command, received, command.parameters()),
          command.section());
    }
    if (command.parameters() == Command.PIXELS && pixels.insidePixel()) {
      throw new ProtocolViolation("%s ended inside a pixel".formatted(command), command.section());
    }
  }

  private void forgetCommand() {
    command = Command.NOP;
    received = 0;
    pixels.begin();
  }

  private void execute() {
    switch (command) {
      case SWRESET -> {
        boolean wasAwake = !sleeping;
        softReset();
        timing.settle(Command.SWRESET, wasAwake);
      }
      case SLPIN -> sleep(true);
      case SLPOUT -> sleep(false);
      case DINVOFF -> inverted = false;
      case DINVON -> inverted = true;
      case DISPOFF -> displayOn = false;
      case DISPON -> displayOn = true;
      case TEOFF -> tearingEffectOn = false;
      case TEON -> tearingEffectOn = true;
      case CASET -> ram.columns(word(0), word(2));
      case PASET -> ram.pages(word(0), word(2));
      case MADCTL -> ram.madctl(parameters[0] & 0xFF);
      case PIXSET -> pixels.format(parameters[0] & 0x07);
      case DISCTRL -> requireScanAsWired(parameters[1] & 0xFF);
      default -> {
        // Voltages, timing and gamma change no pixel.
      }
    }
  }

  /** What a reset by RESX or by the supply does (15.1); the memory is kept. */
  private void powerOn() {
    ram.madctl(0);
    pixels.format(PixelReader.BITS_18);
    softReset();
  }

  /** What a reset by command does (8.2.2); MADCTL, the pixel format and the memory are kept. */
  private void softReset() {
    sleeping = true;
    displayOn = false;
    inverted = false;
    tearingEffectOn = false;
    ram.resetWindow();
    forgetCommand();
  }

  private void sleep(boolean in) {
    boolean changes = sleeping != in;
    sleeping = in;
    timing.settle(command, changes);
  }

  private int word(int at) {
    return (parameters[at] & 0xFF) << 8 | (parameters[at + 1] & 0xFF);
  }

  private static void requireScanAsWired(int scan) {
    if ((scan & SCAN_BITS) != SCAN_AS_WIRED) {
      throw new ProtocolViolation(
          "DISCTRL scan bits 0x%02X: only REV without GS, SS and SM is modelled".formatted(scan),
          Command.DISCTRL.section());
    }
  }

  private int seen(int rgb) {
    int upright = (ram.madctl() & BGR) != 0 ? rgb : redBlueSwapped(rgb);
    return inverted ? ~upright & 0xFFFFFF : upright;
  }

  private static int redBlueSwapped(int rgb) {
    return (rgb & 0x00FF00) | (rgb >> 16 & 0xFF) | (rgb & 0xFF) << 16;
  }
}
