package io.panelwatch.display;

import io.panelwatch.display.bus.PanelLink;
import io.panelwatch.display.frame.CostModel;
import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.UpdatePlan;
import io.panelwatch.display.frame.UpdatePlanner;
import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.display.profile.Orientation;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.hal.Backlight;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import java.util.Optional;

/**
 * A panel from power-on to its last sleep: give it pictures, it sends what changed.
 *
 * <pre>
 *        start         show: init            whole picture, DISPON, light
 *   OFF -------> RESET ----------> INITIALISING -------------------> ON
 *                  ^                                           sleep | ^ wake
 *                  | start, show                                     v |
 *                 LOST <------------- any error ---------------- ASLEEP
 *
 *   close, from anywhere: light out, DISPOFF, SLPIN, OFF for good
 * </pre>
 *
 * <p>The light goes on only after the first whole picture is in the controller's memory, so nobody
 * sees what the memory held at power-on. After an error nothing is assumed about what the panel
 * shows: its light is put out, and the next {@link #show} resets it, initialises it and paints the
 * whole picture; a panel that was asleep stays so. While asleep pictures are still sent, so waking
 * up never shows an old one.
 *
 * <p>The datasheet's waits are kept with the {@link BoardClock}, and only where a command would
 * come too early: {@link #start} returns while the controller still recovers. An interrupt inside a
 * wait leaves the panel {@link PanelState#LOST}, as an error does.
 *
 * <p>One thread drives a panel; {@link #state} and {@link #counters} may be asked from any. Showing
 * a picture allocates nothing once the panel is on.
 */
public final class Panel implements AutoCloseable {

  private static final int FULL_BRIGHTNESS = 100;

  private final ControllerProfile profile;
  private final Orientation orientation;
  private final PanelLink link;
  private final Optional<Backlight> backlight;
  private final BoardClock clock;
  private final PacedLink paced;
  private final WindowWriter writer;
  private final Frame shown;
  private final Damage everywhere;
  private final FlushMeter meter = new FlushMeter();

  private UpdatePlanner planner;
  private volatile PanelState state = PanelState.OFF;
  private int brightnessPercent = FULL_BRIGHTNESS;
  private boolean shownKnown;
  private boolean asleepWanted;
  private boolean closed;

  /**
   * A panel that nothing was sent to yet. Takes over the link and the light.
   *
   * @param backlight its light, where it can be switched
   */
  public Panel(
      ControllerProfile profile,
      Rotation rotation,
      PanelLink link,
      Optional<Backlight> backlight,
      BoardClock clock) {
    this.profile = profile;
    this.orientation = profile.mounting(rotation).orientation();
    this.link = link;
    this.backlight = backlight;
    this.clock = clock;
    this.shown = new Frame(profile.width(rotation), profile.height(rotation));
    this.everywhere = Damage.whole(shown.width(), shown.height());
    this.paced = new PacedLink(link, clock, profile.timing());
    this.writer = new WindowWriter(paced, orientation, shown.width() * shown.height());
    this.planner = plannerFor(0);
  }

  /** Columns of a picture, as the panel is turned. */
  public int width() {
    return shown.width();
  }

  /** Rows of a picture, as the panel is turned. */
  public int height() {
    return shown.height();
  }

  /** Where it is in its life. */
  public PanelState state() {
    return state;
  }

  /** What its link has carried. */
  public Counters counters() {
    return meter.read();
  }

  /**
   * Resets the controller, so that its wait after that passes while the first picture is drawn;
   * {@link #show} does the rest. Nothing when that was done.
   */
  public void start() throws DeviceException, InterruptedException {
    requireOpen();
    if (state == PanelState.OFF || state == PanelState.LOST) {
      guarded(this::reset);
    }
  }

  /** Shows a picture, looking for changes everywhere. */
  public void show(Frame frame) throws DeviceException, InterruptedException {
    show(frame, everywhere);
  }

  /**
   * Shows a picture: sends what differs from the one before, and returns when its last byte went
   * out.
   *
   * @param frame of the panel's size; may be drawn on again afterwards
   * @param damage where it may differ from the last one shown
   * @throws DeviceException when the panel could not take it; the next call starts over
   */
  public void show(Frame frame, Damage damage) throws DeviceException, InterruptedException {
    requireOpen();
    requireSize(frame.width(), frame.height());
    requireSize(damage.width(), damage.height());
    long began = clock.monotonicNanos();
    start();
    try {
      if (state == PanelState.RESET) {
        initialise();
      }
      UpdatePlan plan = shownKnown ? planner.plan(shown, frame, damage) : planner.whole();
      send(frame, plan);
      shownKnown = true;
      if (state == PanelState.INITIALISING) {
        reveal();
      }
      meter.flushed(plan, clock.monotonicNanos() - began);
    } catch (DeviceException | InterruptedException | RuntimeException e) {
      lose(e);
      throw e;
    }
  }

  /** Puts out the light and lets the controller sleep; a panel that is not on will be asleep. */
  public void sleep() throws DeviceException, InterruptedException {
    requireOpen();
    asleepWanted = true;
    if (state == PanelState.ON) {
      guarded(this::fallAsleep);
    }
  }

  /** Undoes {@link #sleep}: shows at once the last picture that was given. */
  public void wake() throws DeviceException, InterruptedException {
    requireOpen();
    asleepWanted = false;
    if (state == PanelState.ASLEEP) {
      guarded(
          () -> {
            paced.run(profile.sequences().wake());
            lightUp();
          });
    }
  }

  /**
   * Sets how bright the light is while the panel is on.
   *
   * @param percent 1 to 100
   */
  public void brightness(int percent) throws DeviceException, InterruptedException {
    if (percent < 1 || percent > FULL_BRIGHTNESS) {
      throw new IllegalArgumentException("brightness is 1 to 100 percent, not " + percent);
    }
    requireOpen();
    brightnessPercent = percent;
    if (state == PanelState.ON) {
      guarded(this::lightUp);
    }
  }

  /**
   * Puts the panel to sleep, its light out, and releases link and light. Takes at most the wait
   * that the datasheet wants before SLPIN, 120 ms. An interrupt is kept for later.
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
      retire();
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      state = PanelState.OFF;
      link.close();
      backlight.ifPresent(Backlight::close);
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
      lose(e);
      throw e;
    }
  }

  private void reset() throws DeviceException, InterruptedException {
    shownKnown = false;
    light(0);
    paced.reset();
    state = PanelState.RESET;
  }

  private void initialise() throws DeviceException, InterruptedException {
    paced.run(orientation.commands());
    paced.run(profile.sequences().init());
    long latencyNanos =
        LatencyProbe.measureNanos(writer, clock, link.pixelClockHz(), shown.width());
    planner = plannerFor(latencyNanos);
    meter.initialised(latencyNanos);
    state = PanelState.INITIALISING;
  }

  private void send(Frame frame, UpdatePlan plan) throws DeviceException, InterruptedException {
    for (int i = 0; i < plan.size(); i++) {
      writer.send(frame, plan, i);
      shown.copyFrom(frame, plan.x(i), plan.y(i), plan.width(i), plan.height(i));
    }
  }

  /** The first whole picture is in the memory: now it may be seen, unless sleep is wanted. */
  private void reveal() throws DeviceException, InterruptedException {
    if (asleepWanted) {
      fallAsleep();
    } else {
      paced.run(profile.sequences().on());
      lightUp();
    }
  }

  private void fallAsleep() throws DeviceException, InterruptedException {
    light(0);
    paced.run(profile.sequences().sleep());
    state = PanelState.ASLEEP;
  }

  private void lightUp() throws DeviceException {
    light(brightnessPercent);
    state = PanelState.ON;
  }

  private void light(int percent) throws DeviceException {
    if (backlight.isPresent()) {
      backlight.get().setPercent(percent);
    }
  }

  /** A light that refuses does not keep the controller awake. */
  private void retire() throws DeviceException, InterruptedException {
    try {
      light(0);
    } finally {
      if (state != PanelState.OFF && state != PanelState.ASLEEP) {
        paced.run(profile.sequences().off());
      }
    }
  }

  private void lose(Exception cause) {
    state = PanelState.LOST;
    shownKnown = false;
    meter.refused();
    paced.assumeResetJustNow();
    try {
      light(0);
    } catch (DeviceException e) {
      cause.addSuppressed(e);
    }
  }

  private UpdatePlanner plannerFor(long latencyNanos) {
    return new UpdatePlanner(
        shown.width(),
        shown.height(),
        new CostModel(link.pixelClockHz(), latencyNanos, link.pixelTransferBytes()));
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("this panel was closed");
    }
  }

  private void requireSize(int width, int height) {
    if (width != shown.width() || height != shown.height()) {
      throw new IllegalArgumentException(
          "a picture of %d x %d does not fit a panel of %d x %d"
              .formatted(width, height, shown.width(), shown.height()));
    }
  }
}
