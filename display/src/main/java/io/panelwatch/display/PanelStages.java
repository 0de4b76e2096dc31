package io.panelwatch.display;

import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.UpdatePlan;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;

/**
 * Where a panel is, where it is wished to be, and the ways between, as {@link Panel} draws them.
 *
 * <p>A way that throws ends anywhere; its caller then says so with {@link #lose}.
 */
final class PanelStages {

  private final PanelDriver driver;
  private final PanelLight light;
  private final BoardClock clock;
  private final FlushMeter meter;
  private final Scrub scrub;

  private volatile PanelState stage = PanelState.PROBED;
  private volatile boolean again;
  private PanelState wanted = PanelState.ON;

  PanelStages(PanelDriver driver, PanelLight light, BoardClock clock, FlushMeter meter) {
    this.driver = driver;
    this.light = light;
    this.clock = clock;
    this.meter = meter;
    this.scrub = new Scrub(clock);
  }

  /** Where it is; may be asked from any thread. */
  PanelState state() {
    PanelState now = stage;
    boolean dark =
        now == PanelState.POWERED || now == PanelState.BOUND || now == PanelState.INITIALISING;
    return again && dark ? PanelState.RECOVERING : now;
  }

  boolean visible() {
    return stage == PanelState.ON || stage == PanelState.DIMMED;
  }

  boolean asleep() {
    return stage == PanelState.ASLEEP;
  }

  boolean off() {
    return stage == PanelState.OFF;
  }

  boolean lost() {
    return stage == PanelState.LOST;
  }

  /** Whether nothing can be shown before {@link #powerAndReset}. */
  boolean resetIsDue() {
    return stage == PanelState.PROBED || stage == PanelState.LOST;
  }

  /** On or asleep, as soon as it can be. */
  void wish(PanelState state) {
    wanted = state;
  }

  /** Dimmed, unless it is to be asleep. */
  void wishDimmed() {
    wanted = wanted == PanelState.ASLEEP ? wanted : PanelState.DIMMED;
  }

  void powerAndReset() throws DeviceException, InterruptedException {
    light.out();
    driver.powerUp();
    stage = PanelState.POWERED;
    driver.reset();
    stage = PanelState.BOUND;
  }

  /** Shows a picture on a panel that was reset or is farther on its way. */
  void show(Frame frame, Damage damage, long changedNanos)
      throws DeviceException, InterruptedException {
    initialiseIfDue();
    long began = clock.monotonicNanos();
    meter.flushed(driver.flush(frame, damage), began, changedNanos, clock.monotonicNanos());
    revealIfDue();
  }

  /** From the reset on, with the picture that was shown last. */
  void startOver() throws DeviceException, InterruptedException {
    again = true;
    powerAndReset();
    initialiseIfDue();
    long began = clock.monotonicNanos();
    meter.repainted(driver.repaint(0, 1), began, clock.monotonicNanos());
    revealIfDue();
  }

  /** Sends the stripe once more whose turn it is, to a panel that is visible. */
  void scrub() throws DeviceException, InterruptedException {
    long began = clock.monotonicNanos();
    UpdatePlan sent = driver.repaint(scrub.take(), Scrub.STRIPES);
    meter.scrubbed(sent, began, clock.monotonicNanos());
  }

  /** How long until {@link #scrub} is due, in nanoseconds. */
  long scrubRestNanos() {
    return visible() ? scrub.restNanos() : Long.MAX_VALUE;
  }

  private void initialiseIfDue() throws DeviceException, InterruptedException {
    if (stage == PanelState.BOUND) {
      meter.initialised(driver.initialise());
      stage = PanelState.INITIALISING;
    }
  }

  /** The first whole picture is in the memory: now it may be seen, unless sleep is wanted. */
  private void revealIfDue() throws DeviceException, InterruptedException {
    if (stage == PanelState.INITIALISING) {
      if (wanted == PanelState.ASLEEP) {
        fallAsleep();
      } else {
        driver.on();
        lightUp();
      }
      again = false;
    }
  }

  void lightUp() throws DeviceException, InterruptedException {
    light.up(wanted == PanelState.DIMMED);
    stage = wanted == PanelState.DIMMED ? PanelState.DIMMED : PanelState.ON;
  }

  void fallAsleep() throws DeviceException, InterruptedException {
    light.out();
    driver.sleep();
    stage = PanelState.ASLEEP;
  }

  /** To on, from wherever it was by wish; from elsewhere its first picture leads there. */
  void rouse() throws DeviceException, InterruptedException {
    switch (stage) {
      case DIMMED -> lightUp();
      case ASLEEP -> {
        driver.wake();
        lightUp();
      }
      case OFF -> stage = PanelState.PROBED;
      default -> {
        // It is on, or will be when its first picture is out.
      }
    }
  }

  /** A light that refuses does not keep the panel awake, nor a panel that refuses its supply on. */
  void retire() throws DeviceException, InterruptedException {
    try {
      light.out();
    } finally {
      try {
        sayLastWords();
      } finally {
        driver.powerDown();
      }
    }
  }

  private void sayLastWords() throws DeviceException, InterruptedException {
    boolean wasTold = stage != PanelState.PROBED && stage != PanelState.OFF;
    if (wasTold) {
      driver.off();
    }
  }

  /** {@link #retire} was tried. */
  void switchedOff() {
    stage = PanelState.OFF;
  }

  /** After an error: nothing is assumed of what it shows, and it is not to be seen. */
  void lose(Exception cause) {
    stage = PanelState.LOST;
    again = true;
    driver.forget();
    try {
      light.darken();
    } catch (DeviceException e) {
      cause.addSuppressed(e);
    } catch (InterruptedException e) {
      cause.addSuppressed(e);
      Thread.currentThread().interrupt();
    }
  }
}
