package io.panelwatch.simulator.board;

import io.panelwatch.display.controller.Controller;
import io.panelwatch.display.controller.I2cFront;
import io.panelwatch.display.controller.Modules;
import io.panelwatch.display.controller.Picture;
import io.panelwatch.display.controller.ProtocolViolation;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Set;

/**
 * A panel module behind its connector: the controller, its supply, and whether it is plugged in.
 *
 * <p>A module without supply takes nothing, shows nothing and says nothing; with it again it is a
 * new one, noise in its memory. Thread-safe: one thread drives, others may look.
 */
final class LcdModule {

  /** Those that shine themselves are also those that have an I2C interface. */
  private static final Set<String> OLEDS = Set.of("ssd1306", "sh1106");

  /** SA0 is strapped low. */
  private static final int I2C_ADDRESS = 0x3C;

  /** ENXIO of errno(3): no acknowledge. */
  private static final int NO_SUCH_ADDRESS = 6;

  /** SWRESET, MIPI DCS 1.3, 6.34: with it a driver of a DCS controller begins. */
  private static final byte SWRESET = 0x01;

  /** Display off: with it a driver of an OLED controller begins. */
  private static final byte DISPLAY_OFF = (byte) 0xAE;

  private final String name;
  private final BoardClock clock;
  private final Runnable changed;

  private Controller controller;
  private boolean data;
  private boolean resetHigh = true;
  private boolean powered = true;
  private boolean plugged = true;
  private long bytesOfFormerLives;
  private long violations;
  private String firstViolation = "";

  /** What arrives now is not what a driver knew that it sent, until it begins anew. */
  private boolean notToBlame;

  /**
   * A module that was plugged in and powered just now.
   *
   * @param name one of {@link Modules}
   * @param changed told when something else may be seen
   */
  LcdModule(String name, BoardClock clock, Runnable changed) {
    this.name = name;
    this.clock = clock;
    this.changed = changed;
    this.controller = powerOn();
  }

  private Controller powerOn() {
    return Modules.create(name, clock)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no module %s to simulate, only %s".formatted(name, Modules.names())));
  }

  String name() {
    return name;
  }

  /** Whether it has no backlight because its dots shine. */
  boolean selfLit() {
    return OLEDS.contains(name);
  }

  synchronized boolean alive() {
    return powered && plugged;
  }

  synchronized boolean plugged() {
    return plugged;
  }

  synchronized Picture picture() {
    Picture image = controller.image();
    return alive() ? image : image.dimmed(0);
  }

  synchronized boolean displayOn() {
    return alive() && controller.displayOn() && !controller.sleeping();
  }

  synchronized boolean tearingEffectOn() {
    return alive() && controller.tearingEffectOn();
  }

  synchronized long bytes() {
    return bytesOfFormerLives + controller.bytes();
  }

  synchronized long violations() {
    return violations;
  }

  synchronized String firstViolation() {
    return firstViolation;
  }

  synchronized boolean dataSelected() {
    return data;
  }

  /** The supply comes or goes by the board's own line: the driver knows. */
  synchronized void power(boolean on) {
    boolean before = alive();
    powered = on;
    revive(before);
  }

  /** Someone pulls the plug or puts it in: the driver is not told. */
  synchronized void plug(boolean in) {
    boolean before = alive();
    plugged = in;
    if (revive(before)) {
      notToBlame = true;
    }
  }

  private boolean revive(boolean before) {
    changed.run();
    if (before || !alive()) {
      return false;
    }
    bytesOfFormerLives += controller.bytes();
    controller = powerOn();
    if (!resetHigh) {
      controller.resetLine(false);
    }
    return true;
  }

  /** Everything but the memory is as after power-on, and the driver is not told. */
  synchronized void resetByItself() {
    controller.powerGlitch();
    notToBlame = true;
    changed.run();
  }

  /** The link loses a byte of what comes next. */
  synchronized void misunderstand() {
    notToBlame = true;
  }

  synchronized void select(boolean high) {
    data = high;
  }

  synchronized void driveReset(boolean high) throws DeviceException {
    resetHigh = high;
    if (!alive()) {
      return;
    }
    notToBlame = false;
    try {
      controller.resetLine(high);
    } catch (ProtocolViolation violation) {
      throw refused(violation);
    } finally {
      changed.run();
    }
  }

  /** Bytes on its SPI bus, with the level of D/CX as it is. */
  synchronized void write(ByteBuffer bytes) throws DeviceException {
    if (!alive()) {
      return;
    }
    if (!data) {
      noteFirstCommand(bytes);
    }
    try {
      controller.write(data, bytes);
    } catch (ProtocolViolation violation) {
      forgiveOrRefuse(violation);
    } finally {
      changed.run();
    }
  }

  /** A message on its I2C bus. */
  synchronized void message(int toAddress, ByteBuffer bytes) throws DeviceException {
    if (!alive() || !selfLit() || toAddress != I2C_ADDRESS) {
      throw new DeviceException(
          NO_SUCH_ADDRESS,
          "write I2C",
          Component.LCD.source(),
          "nobody acknowledges address 0x%02X of the simulated bus (errno %d): plug an I2C panel in."
              .formatted(toAddress, NO_SUCH_ADDRESS));
    }
    noteFirstCommand(bytes);
    try {
      new I2cFront(I2C_ADDRESS, controller).write(toAddress, bytes);
    } catch (ProtocolViolation violation) {
      forgiveOrRefuse(violation);
    } finally {
      changed.run();
    }
  }

  /**
   * A transfer in both directions. Behind an opcode that reads comes the answer, before it zeros;
   * anything else is only sent.
   */
  synchronized void exchange(ByteBuffer sent, ByteBuffer receive) throws DeviceException {
    byte[] received = new byte[sent.remaining()];
    int opcode = received.length > 0 ? sent.get(sent.position()) & 0xFF : 0;
    if (!data && alive() && controller.answers(opcode)) {
      ask(opcode, ByteBuffer.wrap(received).position(1));
    } else {
      write(sent);
    }
    receive.put(received);
  }

  private void ask(int opcode, ByteBuffer into) throws DeviceException {
    try {
      controller.read(opcode, into);
    } catch (ProtocolViolation violation) {
      forgiveOrRefuse(violation);
    }
  }

  /** A transfer that ends with the command with which drivers begin. */
  private void noteFirstCommand(ByteBuffer bytes) {
    byte first = selfLit() ? DISPLAY_OFF : SWRESET;
    if (bytes.hasRemaining() && bytes.get(bytes.limit() - 1) == first) {
      notToBlame = false;
    }
  }

  private void forgiveOrRefuse(ProtocolViolation violation) throws DeviceException {
    if (!notToBlame) {
      throw refused(violation);
    }
  }

  private DeviceException refused(ProtocolViolation violation) {
    String label = name.toUpperCase(Locale.ROOT);
    String message = "the %s refuses it: %s".formatted(label, violation.getMessage());
    if (violations++ == 0) {
      firstViolation = message;
    }
    var refusal = new DeviceException(0, label, Component.LCD.source(), message);
    refusal.initCause(violation);
    return refusal;
  }
}
