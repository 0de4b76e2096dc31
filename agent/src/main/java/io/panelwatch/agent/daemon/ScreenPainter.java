package io.panelwatch.agent.daemon;

import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.display.Panel;
import io.panelwatch.display.PanelState;
import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.power.PixelShift;
import io.panelwatch.display.power.ShiftedFrame;
import io.panelwatch.display.scene.Scene;
import io.panelwatch.display.scene.SceneRenderer;
import io.panelwatch.display.scene.Widget;
import io.panelwatch.display.text.Faces;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Draws states on a panel: what differs from what it shows, where the pixel shift has it.
 *
 * <p>A test card stands where it is: moved, its edges would not be the panel's.
 *
 * <p>A state whose scene is the one that is shown is not drawn. A panel that was lost is given the
 * newest state again after its rest, whether a newer one has come or not. Used by the screen's
 * thread.
 */
final class ScreenPainter {

  /** Seldom enough not to be seen, often enough for the whole square within an hour. */
  private static final Duration SHIFT_EVERY = Duration.ofMinutes(3);

  private static final short BLACK = 0;

  private final Panel panel;
  private final BoardClock clock;
  private final BiFunction<DeviceState, Instant, Scene> screens;
  private final SceneRenderer renderer;
  private final PixelShift shift;
  private final ShiftedFrame frame;
  private final long beganNanos;
  private Optional<Change> newest = Optional.empty();
  private boolean seen;
  private Optional<Scene> shown = Optional.empty();
  private int dx;
  private int dy;

  /** A painter that reads its fonts now and has drawn nothing yet. */
  ScreenPainter(
      Panel panel,
      BoardClock clock,
      ScreenSettings settings,
      BiFunction<DeviceState, Instant, Scene> screens) {
    this.panel = panel;
    this.clock = clock;
    this.screens = screens;
    renderer = new SceneRenderer(new Faces(), settings.colours());
    shift = new PixelShift(settings.pixelShiftPx(), SHIFT_EVERY);
    frame = new ShiftedFrame(panel.width(), panel.height(), BLACK);
    beganNanos = clock.monotonicNanos();
  }

  /** Takes a state to be drawn at the next turn. */
  void take(Change change) {
    newest =
        Optional.of(newest.filter(old -> !seen).map(old -> old.replacedBy(change)).orElse(change));
    seen = false;
  }

  /**
   * Draws what is due.
   *
   * @return how long until something is due without a newer state, in nanoseconds
   * @throws DeviceException when the panel refuses; tried again after its rest
   */
  long turn() throws DeviceException, InterruptedException {
    boolean lost = panel.state() == PanelState.LOST;
    if (lost && panel.restNanos() > 0) {
      return panel.restNanos();
    }
    long elapsed = clock.monotonicNanos() - beganNanos;
    boolean moves = shown.filter(ScreenPainter::standsStill).isEmpty();
    boolean moved = moves && (shift.dx(elapsed) != dx || shift.dy(elapsed) != dy);
    if (newest.isPresent() && (!seen || moved || lost)) {
      draw(newest.get(), elapsed, lost);
    }
    return shift.nextMoveNanos(elapsed);
  }

  /** Whether it has a picture of the newest state it took, shown or to be shown. */
  boolean hasPicture() {
    return newest.isPresent();
  }

  private void draw(Change change, long elapsedNanos, boolean evenTheSame)
      throws DeviceException, InterruptedException {
    long since = seen ? clock.monotonicNanos() : change.sinceNanos();
    Scene scene = sceneOf(change);
    int x = standsStill(scene) ? 0 : shift.dx(elapsedNanos);
    int y = standsStill(scene) ? 0 : shift.dy(elapsedNanos);
    if (evenTheSame || x != dx || y != dy || !shown.equals(Optional.of(scene))) {
      dx = x;
      dy = y;
      shown = Optional.empty();
      Damage changed = renderer.render(scene, frame.picture());
      frame.compose(changed, dx, dy);
      panel.show(frame.panel(), frame.damage(), since);
      shown = Optional.of(scene);
    }
    seen = true;
  }

  private static boolean standsStill(Scene scene) {
    return scene.root() instanceof Widget.TestCard;
  }

  /** A state that cannot be drawn is not tried again; the next one may be drawable. */
  private Scene sceneOf(Change change) {
    newest = Optional.empty();
    Scene scene = screens.apply(change.state(), clock.wall());
    newest = Optional.of(change);
    return scene;
  }
}
