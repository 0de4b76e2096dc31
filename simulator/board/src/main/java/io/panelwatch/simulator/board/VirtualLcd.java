package io.panelwatch.simulator.board;

import io.panelwatch.display.controller.Controller;
import io.panelwatch.display.controller.Modules;
import io.panelwatch.display.controller.Picture;
import io.panelwatch.display.controller.ProtocolViolation;
import io.panelwatch.hal.Backlight;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.OutputLine;
import io.panelwatch.hal.SpiDevice;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * An ILI9341 module with its four connections, and the person in front of it.
 *
 * <pre>
 *   spi()          SDA, SCL, CSX ---+
 *   dataCommand()  D/CX ------------+--> controller -> glass --+--> picture()
 *   reset()        RESX ------------+                          |
 *   backlight()    LED ----------------------------------------+
 * </pre>
 *
 * <p>The controller is a decoder that knows nothing of who drives it. What it refuses comes back as
 * the failure of that write or line, is counted, and the first one is kept: so a test sees a
 * driver's mistake at the call that made it. MISO is wired: a transfer that begins with an opcode
 * that reads gets the controller's answer.
 *
 * <p>One thread drives the connections; the picture and the counters may be asked from any.
 */
public final class VirtualLcd {

  private static final int CLOCK_HZ = 32_000_000;
  private static final int BITS_A_BYTE = 8;

  /** {@code spidev.bufsiz} where nobody told the kernel otherwise. */
  private static final int MAX_TRANSFER_BYTES = 4096;

  /** SWRESET, ILI9341 datasheet 8.2.2. */
  private static final byte SWRESET = 0x01;

  private static final Duration LISTENER_PERIOD = Duration.ofMillis(40);

  private final BoardClock clock;
  private final SensorGate gate;
  private final Controller controller;
  private final WireTime wireTime;
  private final Spi spi = new Spi();
  private final Line dataCommand = new Line("D/CX", this::select);
  private final Line reset = new Line("RESX", this::driveReset);
  private final Light backlight = new Light();

  private boolean data;
  private int backlightPercent;
  private long violations;
  private String firstViolation = "";
  private boolean lostItsRegisters;
  private Runnable listener = () -> {};
  private boolean listenerIsDue;

  VirtualLcd(BoardClock clock, SensorGate gate) {
    this.clock = clock;
    this.gate = gate;
    this.controller = Modules.create("ili9341", clock).orElseThrow();
    this.wireTime = new WireTime(clock, (double) BITS_A_BYTE / CLOCK_HZ);
  }

  /**
   * What a maker's log of the panel would hold.
   *
   * @param displayOn DISPON, and out of sleep
   * @param backlightPercent 0..100
   * @param bytes taken by the controller since power-on
   * @param violations how often the controller refused what was sent
   * @param firstViolation the first refusal, one sentence; empty while there was none
   */
  public record Counters(
      boolean displayOn,
      int backlightPercent,
      long bytes,
      long violations,
      String firstViolation) {}

  /** The panel's chip select, at 32 MHz. */
  public SpiDevice spi() {
    return spi;
  }

  /** D/CX: high for data. */
  public OutputLine dataCommand() {
    return dataCommand;
  }

  /** RESX: low resets. */
  public OutputLine reset() {
    return reset;
  }

  /** The light behind the glass; off at first. */
  public Backlight backlight() {
    return backlight;
  }

  /** What a person would see now, the glass held upright: 240 x 320, black without light. */
  public synchronized Picture picture() {
    return controller.image().dimmed(backlightPercent);
  }

  public synchronized Counters counters() {
    return new Counters(
        controller.displayOn() && !controller.sleeping(),
        backlightPercent,
        controller.bytes(),
        violations,
        firstViolation);
  }

  /**
   * Tells that the picture may have changed: at most once in 40 ms of the board's time, on a thread
   * of its clock, after the last change of a burst too. The listener must not block; a second one
   * replaces it.
   */
  public synchronized void onChange(Runnable newListener) {
    listener = newListener;
  }

  /** Whether writes take as long as their bits take at {@link SpiDevice#clockHz}. Off at first. */
  public void takeWireTime(boolean take) {
    wireTime.take(take);
  }

  /**
   * What an electrostatic discharge does: the controller is as after power-on, the glass goes
   * blank, and the driver is not told. What is sent is then lost, and no mistake of the driver,
   * until it resets the controller itself.
   */
  synchronized void resetByItself() {
    controller.powerGlitch();
    lostItsRegisters = true;
    changed();
  }

  synchronized boolean dataSelected() {
    return data;
  }

  private synchronized void select(boolean high) {
    data = high;
  }

  private synchronized void driveReset(boolean high) throws DeviceException {
    lostItsRegisters = false;
    try {
      controller.resetLine(high);
    } catch (ProtocolViolation violation) {
      throw refused(violation);
    } finally {
      changed();
    }
  }

  private synchronized void send(ByteBuffer bytes) throws DeviceException {
    if (!data && bytes.hasRemaining() && bytes.get(bytes.position()) == SWRESET) {
      lostItsRegisters = false;
    }
    try {
      controller.write(data, bytes);
    } catch (ProtocolViolation violation) {
      if (!lostItsRegisters) {
        throw refused(violation);
      }
    } finally {
      changed();
    }
  }

  /** Behind an opcode that reads comes the answer; anything else is only sent. */
  private synchronized void exchange(ByteBuffer sent, ByteBuffer receive) throws DeviceException {
    byte[] received = new byte[sent.remaining()];
    int opcode = received.length > 0 ? sent.get(sent.position()) & 0xFF : 0;
    if (!data && controller.answers(opcode)) {
      ask(opcode, ByteBuffer.wrap(received).position(1));
    } else {
      send(sent);
    }
    receive.put(received);
  }

  private void ask(int opcode, ByteBuffer into) throws DeviceException {
    try {
      controller.read(opcode, into);
    } catch (ProtocolViolation violation) {
      if (!lostItsRegisters) {
        throw refused(violation);
      }
    }
  }

  private synchronized void shine(int percent) {
    backlightPercent = percent;
    changed();
  }

  private DeviceException refused(ProtocolViolation violation) {
    String message = "the ILI9341 refuses it: " + violation.getMessage();
    if (violations++ == 0) {
      firstViolation = message;
    }
    var refusal = new DeviceException(0, "ILI9341", Component.LCD.source(), message);
    refusal.initCause(violation);
    return refusal;
  }

  private void changed() {
    if (!listenerIsDue) {
      listenerIsDue = true;
      clock.schedule(LISTENER_PERIOD, this::tellListener);
    }
  }

  private void tellListener() {
    Runnable told;
    synchronized (this) {
      listenerIsDue = false;
      told = listener;
    }
    told.run();
  }

  /** One connection: closed on its own, broken and hanging together with the others. */
  private abstract class Connection implements AutoCloseable {
    private static final int BAD_DESCRIPTOR = 9;

    private volatile boolean closed;

    void enter(String call) throws DeviceException {
      int errno = closed ? BAD_DESCRIPTOR : gate.pass(Component.LCD);
      if (errno != 0) {
        throw new DeviceException(
            errno,
            call,
            Component.LCD.source(),
            "%s on the simulated LCD fails (errno %d): %s."
                .formatted(call, errno, closed ? "it was closed" : "repair component lcd"));
      }
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private final class Spi extends Connection implements SpiDevice {
    private static final String CALL = "ioctl SPI_IOC_MESSAGE";

    @Override
    public int clockHz() {
      return CLOCK_HZ;
    }

    @Override
    public int maxTransferBytes() {
      return MAX_TRANSFER_BYTES;
    }

    @Override
    public void write(ByteBuffer bytes) throws DeviceException {
      enter(CALL);
      int length = bytes.remaining();
      send(bytes.duplicate());
      bytes.position(bytes.limit());
      wireTime.spend(length);
    }

    @Override
    public void transfer(ByteBuffer send, ByteBuffer receive) throws DeviceException {
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
      exchange(send.duplicate(), receive);
      send.position(send.limit());
      wireTime.spend(length);
    }
  }

  /** What a line's level does to the panel. */
  private interface Wired {
    void drive(boolean high) throws DeviceException;
  }

  private final class Line extends Connection implements OutputLine {
    private final String name;
    private final Wired wired;

    Line(String name, Wired wired) {
      this.name = name;
      this.wired = wired;
    }

    @Override
    public void set(boolean high) throws DeviceException {
      enter("set " + name);
      wired.drive(high);
    }
  }

  private final class Light extends Connection implements Backlight {
    @Override
    public void setPercent(int percent) throws DeviceException {
      if (percent < 0 || percent > 100) {
        throw new IllegalArgumentException("brightness is 0 to 100 percent, not " + percent);
      }
      enter("set backlight");
      shine(percent);
    }
  }
}
