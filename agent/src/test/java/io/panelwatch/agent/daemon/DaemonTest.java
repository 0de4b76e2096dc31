package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.config.Configuration;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.screen.Screens;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.display.PanelLines;
import io.panelwatch.display.controller.Picture;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.display.scene.Scene;
import io.panelwatch.display.scene.SceneRenderer;
import io.panelwatch.display.text.Faces;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.simulator.board.BoardChange;
import io.panelwatch.simulator.board.Component;
import io.panelwatch.simulator.board.SimulatedBoard;
import io.panelwatch.simulator.board.SimulatedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole daemon on a simulated board that lives a minute in a second. */
@Timeout(120)
class DaemonTest {

  private static final double SPEED = 60;

  @TempDir private Path folder;

  private final SimulatedClock clock = new SimulatedClock(SPEED);
  private SimulatedBoard board = SimulatedBoard.create(clock, 1);
  private final SceneRenderer renderer = new SceneRenderer(new Faces());

  @BeforeEach
  void keepTheHeatOut() {
    board.apply(new BoardChange.SocHeld(45));
  }

  @AfterEach
  void end() {
    board.close();
    clock.close();
  }

  @Test
  void stoppedFanIsKnownStoredAndShownAndSurvivesARestartAsTheSameEpisode() throws Exception {
    Fault raised;
    try (var daemon = Daemon.start(setup())) {
      Eventually.holds("the public page is shown", () -> shows(daemon, ""));
      board.apply(new BoardChange.FanStopped(Component.FAN1, true));
      Eventually.holds("the fault is confirmed", () -> !daemon.state().active().isEmpty());
      raised = daemon.state().active().getFirst();

      assertEquals("FAN-201", raised.code());
      assertEquals("fan1", raised.component());
      assertEquals(List.of(raised), stored(), "what is shown is stored");
      Eventually.holds("the LCD names it", () -> shows(daemon, "FAN-201"));
    }
    assertPanelAsleep();
    assertEquals(0, lastSeq(), "without a broker nobody is told, and the lock is free");

    restartTheBoardWithItsFanStopped();
    try (var daemon = Daemon.start(setup())) {
      long started = clock.monotonicNanos();
      Eventually.holds("the fault is back", () -> !daemon.state().active().isEmpty());
      Eventually.holds(
          "its on-delay is over a second time",
          () -> clock.monotonicNanos() - started > Duration.ofSeconds(40).toNanos());

      assertEquals(List.of(raised), daemon.state().active());
    }
    assertEquals(List.of(raised), stored());
  }

  @Test
  void secondDaemonOnTheSameFolderIsRefusedAndLeavesItsPanelAsleep() throws Exception {
    try (var first = FaultStore.open(folder, clock)) {
      var refused = assertThrows(IOException.class, () -> Daemon.start(setup()));

      assertTrue(refused.getMessage().contains("in use by another panelwatch"));
      assertEquals(0, first.outboxStatus().depth());
    }
    assertPanelAsleep();
  }

  private void restartTheBoardWithItsFanStopped() {
    board.close();
    board = SimulatedBoard.create(clock, 1);
    keepTheHeatOut();
    board.apply(new BoardChange.FanStopped(Component.FAN1, true));
  }

  private void assertPanelAsleep() {
    assertFalse(board.lcd().counters().displayOn());
    assertEquals(0, board.lcd().counters().backlightPercent());
    assertEquals(0, board.lcd().counters().violations(), board.lcd().counters().firstViolation());
  }

  /** Whether the glass shows, pixel for pixel, the daemon's state, and that names the word. */
  private boolean shows(Daemon daemon, String word) {
    if (daemon.framesShown() == 0) {
      return false; // it may not be opened yet
    }
    Scene scene = Screens.of(daemon.state(), clock.wall());
    Picture picture = picture(daemon);
    var frame = new Frame(picture.width(), picture.height());
    renderer.render(scene, frame);
    boolean same = true;
    for (int y = 0; y < frame.height() && same; y++) {
      for (int x = 0; x < frame.width() && same; x++) {
        same = rgb565(picture.rgb(x, y)) == frame.pixel(x, y);
      }
    }
    return same && scene.toString().contains(word);
  }

  private static Picture picture(Daemon daemon) {
    try {
      return daemon.lcdPicture().orElseThrow();
    } catch (DeviceException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static short rgb565(int rgb) {
    return Frame.rgb565(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
  }

  private List<Fault> stored() {
    try (var memory = FaultStore.openReadOnly(folder)) {
      return memory.history(10);
    }
  }

  private long lastSeq() {
    try (var store = FaultStore.open(folder, clock)) {
      return store.outboxStatus().lastSeq();
    }
  }

  private DaemonSetup setup() throws Exception {
    var lcd = board.lcd();
    return new DaemonSetup(
        board,
        Optional.of(
            new LcdPort(
                PanelProfile.load("ili9341"),
                Rotation.BY_90,
                new LcdWiring.Spi(lcd.spi(), lcd.dataCommand(), Optional.of(lcd.reset()), true),
                PanelLines.NONE,
                Optional.of(lcd.backlight()))),
        Optional.of(board.buttons()),
        Configuration.defaults("kiosk"),
        false,
        folder,
        Optional.empty(),
        ZoneOffset.UTC,
        "test");
  }
}
