package io.panelwatch.agent.daemon;

import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.display.Panel;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.scene.Scene;
import io.panelwatch.display.scene.SceneRenderer;
import io.panelwatch.display.text.Faces;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.tinylog.Logger;

/**
 * The one thread that drives the panel: draws the newest state, and only that.
 *
 * <p>While the panel is busy newer states replace older ones, so a slow bus never builds a queue. A
 * state whose scene is the one that is shown is not drawn. When the panel refuses, the next state,
 * at the latest the next second's, is the next try; the panel itself starts over then.
 */
final class ScreenLoop implements AutoCloseable {

  /** The first refusal is logged, then every twentieth: once a second would bury the log. */
  private static final int LOG_EVERY = 20;

  private static final Duration END_WITHIN = Duration.ofMillis(1_200);

  private final Panel panel;
  private final BoardClock clock;
  private final BiFunction<DeviceState, Instant, Scene> screens;
  private final Runnable whenIdle;
  private final Newest<DeviceState> newest = new Newest<>();
  private final Thread thread;
  private int refusals;

  /**
   * Starts the thread, which resets the panel at once.
   *
   * @param panel closed by this loop
   * @param screens what is shown for a state
   * @param whenIdle done on this thread after a picture is out and when nothing newer waits
   */
  ScreenLoop(
      Panel panel,
      BoardClock clock,
      BiFunction<DeviceState, Instant, Scene> screens,
      Runnable whenIdle) {
    this.panel = panel;
    this.clock = clock;
    this.screens = screens;
    this.whenIdle = whenIdle;
    thread = Thread.ofPlatform().name("screen").daemon().start(this::run);
  }

  /** Shows that state unless a newer one comes first. Does not block; thread-safe. */
  void show(DeviceState state) {
    newest.put(state);
  }

  /** Ends with the panel asleep and its light out. */
  @Override
  public void close() {
    newest.end();
    try {
      if (!thread.join(END_WITHIN)) {
        thread.interrupt();
        thread.join(END_WITHIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      startPanel();
      drawUntilClosed();
    } catch (InterruptedException e) {
      Logger.warn("the panel did not end in time and was interrupted");
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

  private void drawUntilClosed() throws InterruptedException {
    var renderer = new SceneRenderer(new Faces());
    var frame = new Frame(panel.width(), panel.height());
    Optional<Scene> shown = Optional.empty();
    for (var state = newest.take(); state.isPresent(); state = newest.take()) {
      shown = draw(renderer, frame, state.get(), shown);
      if (newest.isEmpty()) {
        idle();
      }
    }
  }

  private void idle() {
    try {
      whenIdle.run();
    } catch (RuntimeException e) {
      Logger.error(e, "what was to be done between two pictures failed");
    }
  }

  /** Draws a state whose scene is not shown yet; returns what is shown, empty where unknown. */
  private Optional<Scene> draw(
      SceneRenderer renderer, Frame frame, DeviceState state, Optional<Scene> shown)
      throws InterruptedException {
    try {
      Scene scene = screens.apply(state, clock.wall());
      if (!shown.equals(Optional.of(scene))) {
        panel.show(frame, renderer.render(scene, frame));
        refusals = 0;
      }
      return Optional.of(scene);
    } catch (DeviceException e) {
      refused(e);
    } catch (RuntimeException e) {
      // A state that cannot be drawn must not end the screen: the next one may be drawable.
      Logger.error(e, "a screen could not be drawn");
    }
    return Optional.empty();
  }

  private void refused(DeviceException e) {
    if (refusals++ % LOG_EVERY == 0) {
      Logger.error("the panel refuses, tried again every second: {}", e.getMessage());
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
