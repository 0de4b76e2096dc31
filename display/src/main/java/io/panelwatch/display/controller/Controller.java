package io.panelwatch.display.controller;

import java.nio.ByteBuffer;
import java.util.function.LongSupplier;

/**
 * A display controller with its glass, in software: takes what comes over its connector and shows
 * what a person would see.
 *
 * <pre>{@code
 * Controller lcd = Modules.create("ili9341", clock).orElseThrow();
 * lcd.resetLine(false);              // RESX low, 10 us at least
 * lcd.resetLine(true);
 * lcd.write(false, bytes(0x11));     // D/CX low: SLPOUT
 * lcd.write(true, parameters);       // D/CX high: what belongs to the last command
 * Picture seen = lcd.image();
 * }</pre>
 *
 * <p>What the real one would not take as it was meant is refused with a {@link ProtocolViolation}.
 * The offending byte and the rest of its transfer are dropped; a new command may follow.
 *
 * <p>Thread-safe: one thread drives, others may look.
 */
public interface Controller {

  /** Makes a controller at the moment at which it gets power; its reset line is high. */
  @FunctionalInterface
  interface Factory {
    /**
     * Powers a new controller on.
     *
     * @param monotonicNanos the time of what is done to it, asked only to judge waits
     */
    Controller powerOn(LongSupplier monotonicNanos);
  }

  /**
   * Takes the buffer's remaining bytes; its position is at its limit afterwards.
   *
   * @param data the level of D/CX (D/C#, A0): high for data, low for commands
   * @throws ProtocolViolation when the real controller would not have done what was meant
   */
  void write(boolean data, ByteBuffer transfer);

  /**
   * Whether the controller puts something on the data line behind that opcode.
   *
   * @param opcode 0x00..0xFF
   */
  boolean answers(int opcode);

  /**
   * Takes the opcode of a command that reads, and answers in the same transfer: fills the buffer's
   * remaining bytes with the levels of the data line in the clocks behind the opcode's eight, first
   * clock in the highest bit, dummy clocks included; zeros behind the answer's end.
   *
   * @param opcode 0x00..0xFF
   * @throws ProtocolViolation when the command comes too early, or is none that {@link #answers};
   *     then the buffer is left as it was
   */
  void read(int opcode, ByteBuffer into);

  /**
   * Drives RESX (RES#). While it is low nothing may be written; when it rises everything but the
   * memory is as after power-on.
   *
   * @throws ProtocolViolation when the low pulse was too short
   */
  void resetLine(boolean high);

  /**
   * A dip of the supply or an electrostatic discharge: everything but the memory is as after
   * power-on, and nobody asked for it.
   */
  void powerGlitch();

  /** The master gave up inside a transfer: what was begun is dropped, and a command must follow. */
  void linkBroken();

  /** What is seen on the glass, held upright as its maker means it; black where nothing is lit. */
  Picture image();

  /** Whether the command that turns the display on came last, and not its opposite or a reset. */
  boolean displayOn();

  /** Whether the controller sleeps. */
  boolean sleeping();

  /** Whether the tearing effect line was told to move; false where there is none. */
  boolean tearingEffectOn();

  /** Bytes received since power-on, commands included. */
  long bytes();

  /** A number that grows whenever {@link #image()} may have changed. */
  long revision();
}
