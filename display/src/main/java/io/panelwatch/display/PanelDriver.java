package io.panelwatch.display;

import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.UpdatePlan;
import io.panelwatch.hal.DeviceException;

/**
 * What holds a panel's picture and lets it be seen: a controller behind a bus, or memory that the
 * kernel shows. {@link Panel} decides when; a driver knows how.
 *
 * <p>Calls come in the order of the panel's life: {@link #powerUp}, {@link #reset}, {@link
 * #initialise}, one whole picture, {@link #on}. After any exception come {@link #forget} and {@link
 * #darken}, then {@link #powerUp} and {@link #reset}, or {@link #off} and {@link #powerDown}. One
 * thread drives; nothing is allocated by {@link #flush}.
 */
public interface PanelDriver extends AutoCloseable {

  /** Columns of a picture, as the panel is turned. */
  int width();

  /** Rows of a picture, as the panel is turned. */
  int height();

  /** Gives the panel its supply, where that can be switched, and waits until it stands. */
  void powerUp() throws DeviceException, InterruptedException;

  /** Resets the panel: dark, and its memory unknown. Returns while it still recovers. */
  void reset() throws DeviceException, InterruptedException;

  /**
   * Brings it from reset to awake and dark, and measures what its bus costs.
   *
   * @return tau of the cost model, in nanoseconds; 0 where there is no bus
   */
  long initialise() throws DeviceException, InterruptedException;

  /**
   * Sends what differs from the picture before, or all of it where that is not known, and returns
   * when its last byte went out.
   *
   * @param frame of this size; may be drawn on again afterwards
   * @param damage where it may differ from the last one sent
   * @return what was sent, valid until the next call
   */
  UpdatePlan flush(Frame frame, Damage damage) throws DeviceException, InterruptedException;

  /**
   * Sends a stripe of the last picture once more: the memory may hold anything.
   *
   * @param stripe 0 to stripes - 1
   * @param stripes how many the picture is cut into; 1 for the whole
   * @return what was sent, valid until the next call
   */
  UpdatePlan repaint(int stripe, int stripes) throws DeviceException, InterruptedException;

  /** Makes the picture visible. */
  void on() throws DeviceException, InterruptedException;

  /** From on to asleep; the picture is kept. */
  void sleep() throws DeviceException, InterruptedException;

  /** From asleep to on. */
  void wake() throws DeviceException, InterruptedException;

  /** Last words from a panel that is on or awake, before its supply may go. */
  void off() throws DeviceException, InterruptedException;

  /** Takes the supply away, where that can be switched, once what was told before is done. */
  void powerDown() throws DeviceException, InterruptedException;

  /** After an error: nothing is known about what the panel took last. */
  void forget();

  /**
   * Lets nothing of its picture be seen any more, by whatever still works after an error; for a
   * panel without a light that could be put out. It stays so until {@link #powerUp} and {@link
   * #reset}.
   */
  void darken() throws DeviceException, InterruptedException;

  /** What a panel answers when it is asked how it is. */
  enum Answer {
    /** As one that is on and was initialised. */
    AS_EXPECTED,
    /** As one that is there and lost its settings: it reset itself. */
    OTHERWISE,
    /** Nothing: it is not there, or its answers do not reach the board. */
    NONE
  }

  /**
   * Asks a panel that is on how it is.
   *
   * @return {@link Answer#NONE} also from a driver that cannot ask
   * @throws DeviceException when the device behind it is gone
   */
  Answer check() throws DeviceException, InterruptedException;

  /** Whether the panel's own registers set its brightness. */
  boolean dims();

  /**
   * Sets the brightness by the panel's own registers; only where it {@link #dims}.
   *
   * @param percent 0 to 100
   */
  void brightness(int percent) throws DeviceException, InterruptedException;

  /** Releases all devices as they are. */
  @Override
  void close();
}
