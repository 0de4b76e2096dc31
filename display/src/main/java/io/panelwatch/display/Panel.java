package io.panelwatch.display;

import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.hal.Backlight;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import java.time.Duration;
import java.util.Optional;

/**
 * A panel from power-on to its last sleep: give it pictures, it sends what changed.
 *
 * <pre>
 *   PROBED --start: supply--> POWERED --reset--> BOUND --show: init--> INITIALISING
 *      ^                                                                    | whole picture,
 *      | wake                                                               | display on, light
 *     OFF <---- off, from anywhere                                          v
 *                                        DIMMED <--- dim / wake ---------> ON
 *                                           |                               ^ |
 *                                           +------- sleep ------> ASLEEP --+ | sleep
 *                                                                     ^-------+
 *   any of these --error--> LOST --start, show--> RECOVERING --whole picture--> ON or ASLEEP
 *   ON, DIMMED --check: it reset itself, hangs; renew--> RECOVERING
 *
 *   close, from anywhere: OFF for good
 * </pre>
 *
 * <p>The light goes on only after the first whole picture is in the panel's memory, so nobody sees
 * what the memory held at power-on. After an error nothing is assumed about what the panel shows:
 * its light is put out (one without is held in reset, or loses its supply, or is told to sleep),
 * and the next {@link #show} resets it, initialises it and paints the whole picture; a panel that
 * was asleep or dim stays so. While asleep pictures are still sent, so waking up never shows an old
 * one.
 *
 * <p>The datasheet's waits are kept with the {@link BoardClock}, and only where a command would
 * come too early: {@link #start} returns while the controller still recovers. An interrupt inside a
 * wait leaves the panel {@link PanelState#LOST}, as an error does.
 *
 * <p>One thread drives a panel; {@link #state} and {@link #counters} may be asked from any. Showing
 * a picture allocates nothing once the panel is on.
 */
public final class Panel implements AutoCloseable {

  /** Within that time {@link #scrub} sends each part of a picture once more, called when due. */
  public static final Duration SCRUBBED_WITHIN = Duration.ofMinutes(10);

  private final PanelDriver driver;
  private final PanelLight light;
  private final BoardClock clock;
  private final Damage everywhere;
  private final FlushMeter meter = new FlushMeter();
  private final PanelStages stages;
  private final PanelRecovery recovery;

  private boolean closed;

  /**
   * A panel that nothing was sent to yet. Takes over driver and light.
   *
   * @param backlight its light, where the driver's own registers are not it
   */
  public Panel(PanelDriver driver, Optional<Backlight> backlight, BoardClock clock) {
    this.driver = driver;
    this.light = new PanelLight(driver, backlight);
    this.clock = clock;
    this.everywhere = Damage.whole(driver.width(), driver.height());
    this.stages = new PanelStages(driver, light, clock, meter);
    this.recovery = new PanelRecovery(driver, stages, clock, meter);
  }

  /** Columns of a picture, as the panel is turned. */
  public int width() {
    return driver.width();
  }

  /** Rows of a picture, as the panel is turned. */
  public int height() {
    return driver.height();
  }

  /** Where it is in its life. */
  public PanelState state() {
    return stages.state();
  }

  /** What its link has carried. */
  public Counters counters() {
    return meter.read();
  }

  /**
   * How long to leave a lost panel alone before the next {@link #start} or {@link #show}, in
   * nanoseconds; 0 for one that is not lost. Grows from try to try.
   */
  public long restNanos() {
    return recovery.restNanos();
  }

  /**
   * Powers and resets the panel, so that its wait after that passes while the first picture is
   * drawn; {@link #show} does the rest. Nothing when that was done, or when it is off.
   */
  public void start() throws DeviceException, InterruptedException {
    requireOpen();
    if (stages.resetIsDue()) {
      guarded(stages::powerAndReset);
    }
  }

  /** Shows a picture, looking for changes everywhere. */
  public void show(Frame frame) throws DeviceException, InterruptedException {
    show(frame, everywhere, clock.monotonicNanos());
  }

  /** Shows a picture whose change is as old as this call. */
  public void show(Frame frame, Damage damage) throws DeviceException, InterruptedException {
    show(frame, damage, clock.monotonicNanos());
  }

  /**
   * Shows a picture: sends what differs from the one before, and returns when its last byte went
   * out. A panel that is off takes none.
   *
   * @param frame of the panel's size; may be drawn on again afterwards
   * @param damage where it may differ from the last one shown
   * @param changedNanos the board's monotonic time at which what is shown came to be
   * @throws DeviceException when the panel could not take it; the next call starts over
   */
  public void show(Frame frame, Damage damage, long changedNanos)
      throws DeviceException, InterruptedException {
    requireOpen();
    requireSize(frame.width(), frame.height());
    requireSize(damage.width(), damage.height());
    if (stages.off()) {
      return;
    }
    start();
    try {
      stages.show(frame, damage, changedNanos);
      recovery.worked();
    } catch (DeviceException | InterruptedException | RuntimeException e) {
      recovery.lost(e); // as guarded does, without an object for each picture
      throw e;
    }
  }

  /**
   * Sets how bright the panel is while it is on, at once.
   *
   * @param percent 1 to 100
   */
  public void brightness(int percent) throws DeviceException, InterruptedException {
    requireOpen();
    light.bright(percent);
    if (stages.visible()) {
      guarded(stages::lightUp);
    }
  }

  /**
   * Lowers the light of a panel that is on; one that is not yet will be dim. One that is asleep, or
   * will be, stays so.
   *
   * @param percent 1 to 100, of full
   */
  public void dim(int percent) throws DeviceException, InterruptedException {
    requireOpen();
    light.dim(percent);
    stages.wishDimmed();
    if (stages.visible()) {
      guarded(stages::lightUp);
    }
  }

  /** Puts out the light and lets the panel sleep; one that is not on will be asleep. */
  public void sleep() throws DeviceException, InterruptedException {
    requireOpen();
    stages.wish(PanelState.ASLEEP);
    if (stages.visible()) {
      guarded(stages::fallAsleep);
    }
  }

  /**
   * Undoes {@link #dim}, {@link #sleep} and {@link #off}: shows at once the last picture that was
   * given; after {@link #off} the next one.
   */
  public void wake() throws DeviceException, InterruptedException {
    requireOpen();
    stages.wish(PanelState.ON);
    guarded(stages::rouse);
  }

  /**
   * Puts the panel out and takes its supply away, where that can be switched.
   *
   * @throws DeviceException when it could not be told; it counts as off all the same
   */
  public void off() throws DeviceException, InterruptedException {
    requireOpen();
    if (!stages.off()) {
      try {
        guarded(stages::retire);
      } finally {
        stages.switchedOff();
      }
    }
  }

  /**
   * Asks a panel that is visible how it is, where it can be asked. One that reset itself is
   * initialised and repainted before this returns; so is one that used to answer and is silent, at
   * once, and while it stays so after a minute and ever more rarely.
   *
   * @throws DeviceException when it is not there; the next {@link #show} starts over
   */
  public void check() throws DeviceException, InterruptedException {
    requireOpen();
    if (stages.visible()) {
      guarded(recovery::examine);
    }
  }

  /**
   * Whether it answered sensibly when it was asked last, so that {@link #check} finds a reset of
   * its own: one that does not is to be {@linkplain #renew renewed} from time to time.
   */
  public boolean answers() {
    return recovery.answers();
  }

  /**
   * Sends a part of an unchanged picture once more where one is due: a byte that was lost on the
   * way is noticed by nobody, and what it spoilt would stand until the picture changes there. To be
   * called while nothing newer waits to be shown.
   *
   * <p>It takes an eighth of a whole picture's time, every 67 s: 5 ms, about a 14,000th of the
   * link's time, at 320 x 240 pixels and 32 MHz.
   *
   * @return how long until the next part is due, in nanoseconds; {@link Long#MAX_VALUE} while the
   *     panel is not visible
   * @throws DeviceException when the panel refuses; the next {@link #show} starts over
   */
  public long scrub() throws DeviceException, InterruptedException {
    requireOpen();
    if (stages.scrubRestNanos() == 0) {
      guarded(stages::scrub);
    }
    return stages.scrubRestNanos();
  }

  /**
   * Initialises and repaints a panel that cannot be asked how it is, to be done once a night: a
   * visible one goes dark for as long as its reset takes, one that sleeps sleeps on.
   */
  public void renew() throws DeviceException, InterruptedException {
    requireOpen();
    if (stages.visible() || stages.asleep()) {
      guarded(recovery::startOver);
    }
  }

  /**
   * Puts the panel out, and releases driver and light. Takes at most the wait that the datasheet
   * wants before it may sleep, 120 ms. An interrupt is kept for later.
   *
   * @throws DeviceException when the panel could not be told; everything is released all the same
   */
  @Override
  public void close() throws DeviceException {
    if (closed) {
      return;
    }
    closed = true;
    boolean interrupted = Thread.interrupted();
    try {
      stages.retire();
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      stages.switchedOff();
      driver.close();
      light.close();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Something that talks to the panel. */
  private interface Talk {
    void run() throws DeviceException, InterruptedException;
  }

  private void guarded(Talk talk) throws DeviceException, InterruptedException {
    try {
      talk.run();
    } catch (DeviceException | InterruptedException | RuntimeException e) {
      recovery.lost(e);
      throw e;
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("this panel was closed");
    }
  }

  private void requireSize(int width, int height) {
    if (width != driver.width() || height != driver.height()) {
      throw new IllegalArgumentException(
          "a picture of %d x %d does not fit a panel of %d x %d"
              .formatted(width, height, driver.width(), driver.height()));
    }
  }
}
