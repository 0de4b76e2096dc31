package io.panelwatch.agent.daemon;

import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.display.Panel;
import io.panelwatch.display.PanelState;
import io.panelwatch.display.scene.Scene;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.tinylog.Logger;

/**
 * The one thread that drives the panel: makes it as bright as is wished, draws the newest state and
 * only that, and asks the panel how it is.
 *
 * <pre>
 *   states --> newest one --+
 *                           +--> turn: PanelPower, ScreenPainter, PanelCare --> idle work --> wait
 *   the next thing due -----+                                                                  |
 *            ^---------------------------------------------------------------------------------+
 * </pre>
 *
 * <p>While the panel is busy newer states replace older ones, so a slow bus never builds a queue.
 * It waits for a state or for the next thing due, never in between.
 */
final class ScreenLoop implements AutoCloseable {

  /** The first failure is logged, then every twentieth: each retry would bury the log. */
  private static final int LOG_EVERY = 20;

  /** Longer than the longest reset, init, picture and sleep-in of any panel together. */
  private static final Duration LET_FINISH = Duration.ofMillis(800);

  /** For a panel that was interrupted: its last words and the 120 ms before them. */
  private static final Duration LAST_WORDS = Duration.ofMillis(300);

  /** After a mistake of ours: the next state comes sooner. */
  private static final long AFTER_A_BUG_NANOS = Duration.ofSeconds(10).toNanos();

  private final Panel panel;
  private final BoardClock clock;
  private final ScreenSettings settings;
  private final BiFunction<DeviceState, Instant, Scene> screens;
  private final Runnable whenIdle;
  private final PanelPower power;
  private final PanelCare care;
  private final Newest<Change> newest = new Newest<>(Change::replacedBy);
  private final AtomicLong turns = new AtomicLong();
  private final Thread thread;
  private int refusals;
  private int mistakes;

  /**
   * Starts the thread, which resets the panel at once.
   *
   * @param panel closed by this loop
   * @param screens what is shown for a state
   * @param whenIdle done on this thread after a turn and when nothing newer waits
   */
  ScreenLoop(
      Panel panel,
      BoardClock clock,
      ScreenSettings settings,
      BiFunction<DeviceState, Instant, Scene> screens,
      Runnable whenIdle) {
    this.panel = panel;
    this.clock = clock;
    this.settings = settings;
    this.screens = screens;
    this.whenIdle = whenIdle;
    power = new PanelPower(panel, settings.policy(), settings.zone(), clock);
    care = new PanelCare(panel, settings.zone(), clock);
    thread = Thread.ofPlatform().name("screen").daemon().start(this::run);
  }

  /** Shows that state unless a newer one comes first. Does not block; thread-safe. */
  void show(DeviceState state) {
    newest.put(Change.to(state));
  }

  /** Whether the panel was put to sleep because nobody was there. Thread-safe. */
  boolean asleep() {
    return power.asleep();
  }

  /**
   * Heartbeat: how many turns it has done, those that the panel refused included. A turn after
   * which the newest state is still not drawn by a mistake of ours is none: a screen that stands
   * still is found by that. Thread-safe.
   */
  long turns() {
    return turns.get();
  }

  /**
   * Ends with the panel asleep and its light out. One that hangs is interrupted and then left
   * behind: within 1.1 s this returns.
   */
  @Override
  public void close() {
    newest.end();
    try {
      if (!thread.join(LET_FINISH)) {
        thread.interrupt();
        if (!thread.join(LAST_WORDS)) {
          Logger.warn("the panel hangs and is left as it is");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      startPanel();
      turnUntilClosed();
    } catch (InterruptedException e) {
      Logger.warn("the panel did not end in time and was interrupted");
    } catch (RuntimeException e) {
      // The fonts that come with the program cannot be read. The missing heartbeat tells the watch.
      Logger.error("the screen cannot be drawn at all and stays dark: {}", e.toString());
    } finally {
      closePanel();
    }
  }

  /** The controller recovers from its reset while the fonts are read. */
  private void startPanel() throws InterruptedException {
    try {
      panel.start();
    } catch (DeviceException e) {
      refused(e);
    } catch (RuntimeException e) {
      Logger.error(e, "the panel could not be started");
    }
  }

  private void turnUntilClosed() throws InterruptedException {
    var painter = new ScreenPainter(panel, clock, settings, screens);
    long waitNanos = Long.MAX_VALUE;
    while (!newest.ended()) {
      newest
          .take(clock, waitNanos)
          .ifPresent(
              change -> {
                painter.take(change);
                power.attend(change.state());
              });
      if (!newest.ended()) {
        waitNanos = turn(painter);
      }
      if (newest.isEmpty()) {
        idle();
      }
    }
  }

  /** Does what is due; returns how long until something else is, in nanoseconds. */
  private long turn(ScreenPainter painter) throws InterruptedException {
    try {
      long nextPower = power.turn();
      long nextPicture = painter.turn();
      long nextCare = care.turn(power.attention());
      if (panel.state() != PanelState.LOST) {
        refusals = 0;
      }
      long nextScrub = newest.isEmpty() ? panel.scrub() : 0;
      beat(painter);
      return Math.min(Math.min(nextPower, nextPicture), Math.min(nextCare, nextScrub));
    } catch (DeviceException e) {
      refused(e);
      beat(painter);
      return panel.restNanos();
    } catch (RuntimeException e) {
      // A state that cannot be drawn must not end the screen: the next one may be drawable.
      if (mistakes++ % LOG_EVERY == 0) {
        Logger.error(e, "a screen could not be drawn");
      }
      return AFTER_A_BUG_NANOS;
    }
  }

  /** A turn that came to its end, be it that the panel refused. */
  private void beat(ScreenPainter painter) {
    if (painter.hasPicture()) {
      mistakes = 0;
      turns.incrementAndGet();
    }
  }

  private void idle() {
    try {
      whenIdle.run();
    } catch (RuntimeException e) {
      Logger.error(e, "what was to be done between two pictures failed");
    }
  }

  private void refused(DeviceException e) {
    if (refusals++ % LOG_EVERY == 0) {
      Logger.error("the panel refuses, tried again ever less often: {}", e.getMessage());
    }
  }

  private void closePanel() {
    try {
      panel.close();
    } catch (DeviceException e) {
      Logger.warn("the panel could not be put to sleep: {}", e.getMessage());
    }
  }
}
