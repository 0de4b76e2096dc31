package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.config.Configuration;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.state.PanelTestStep;
import io.panelwatch.display.PanelLines;
import io.panelwatch.display.PanelState;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.simulator.board.BoardChange;
import io.panelwatch.simulator.board.FaultySpi;
import io.panelwatch.simulator.board.LcdGlitch;
import io.panelwatch.simulator.board.SimulatedBoard;
import io.panelwatch.simulator.board.SimulatedClock;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A board whose LCD is missing at the start is watched all the same, and shows when it comes. */
@Timeout(120)
final class LcdMissingAtStartTest {

  private static final int ENOENT = 2;
  private static final int ENODEV = 19;
  private static final double SPEED = 20;

  @TempDir private Path folder;

  private final SimulatedClock clock = new SimulatedClock(SPEED);
  private Optional<SimulatedBoard> board = Optional.empty();

  @AfterEach
  void end() {
    board.ifPresent(SimulatedBoard::close);
    clock.close();
  }

  @Test
  void framebufferThatIsMissingAtTheStartIsAbsentAndShowsOnceItIsThere() throws Exception {
    SimulatedBoard kiosk = board("fbdev");
    kiosk.apply(new BoardChange.LcdSuffers(new LcdGlitch.Unplugged(true)));
    try (var daemon = Daemon.start(setup(kiosk, framebuffer(kiosk)))) {
      Eventually.holds("it is missed", () -> codes(daemon).equals(List.of("DSP-702")));
      assertEquals(
          "simulated:fb0 (open): errno " + ENOENT, daemon.state().active().getFirst().source());
      assertEquals(Optional.of(PanelState.LOST), daemon.lcdState());
      var refusal = assertThrows(DeviceException.class, daemon::lcdPicture);
      assertEquals(ENOENT, refusal.errno(), "nobody claims to know what it shows");

      kiosk.apply(new BoardChange.LcdSuffers(new LcdGlitch.Unplugged(false)));
      Eventually.holds("it is lit", () -> kiosk.panel().counters().displayOn());
      Eventually.holds("it is missed no more", () -> codes(daemon).isEmpty());
      int[] seen = daemon.lcdPicture().orElseThrow().rgb();
      assertTrue(Arrays.stream(seen).distinct().count() > 1, "with a picture");
    }
    assertEquals(0, kiosk.panel().counters().backlightPercent(), "and is dark at the end");
  }

  @Test
  void testOfAPanelThatNobodyCanSeeIsRefusedWithWhatOpeningItSays() throws Exception {
    SimulatedBoard kiosk = board("fbdev");
    kiosk.apply(new BoardChange.LcdSuffers(new LcdGlitch.Unplugged(true)));
    try (var daemon = Daemon.start(setup(kiosk, framebuffer(kiosk)))) {
      Eventually.holds("it is missed", () -> codes(daemon).equals(List.of("DSP-702")));

      var refusal =
          assertThrows(
              DeviceException.class, () -> daemon.testPanel(Optional.of(PanelTestStep.EDGES)));
      assertEquals(ENOENT, refusal.errno());
      daemon.testPanel(Optional.empty());
    }
  }

  @Test
  void testOfAPanelThatRefusesIsRefusedWithTheSame() throws Exception {
    SimulatedBoard kiosk = board("ili9341");
    var spi = new FaultySpi(kiosk.lcd().spi(), clock);
    try (var daemon = Daemon.start(setup(kiosk, onSpi(kiosk, spi)))) {
      Eventually.holds("it is lit", () -> kiosk.panel().counters().displayOn());
      daemon.testPanel(Optional.of(PanelTestStep.EDGES));

      spi.failEvery(1, ENODEV);
      Eventually.holds("it is lost", () -> daemon.lcdState().equals(Optional.of(PanelState.LOST)));
      var refusal =
          assertThrows(
              DeviceException.class, () -> daemon.testPanel(Optional.of(PanelTestStep.COLOURS)));
      assertEquals(ENODEV, refusal.errno());
      daemon.testPanel(Optional.empty());
    }
  }

  @Test
  void spiDeviceThatIsMissingAtTheStartIsAbsentAndShowsOnceItIsThere() throws Exception {
    SimulatedBoard kiosk = board("ili9341");
    var spi = new FaultySpi(kiosk.lcd().spi(), clock);
    spi.failEvery(1, ENODEV);
    try (var daemon = Daemon.start(setup(kiosk, onSpi(kiosk, spi)))) {
      Eventually.holds("it is missed", () -> codes(daemon).equals(List.of("DSP-702")));

      spi.heal();
      Eventually.holds("it is lit", () -> kiosk.panel().counters().displayOn());
      Eventually.holds("it is missed no more", () -> codes(daemon).isEmpty());
    }
  }

  private SimulatedBoard board(String panel) {
    SimulatedBoard kiosk = SimulatedBoard.create(clock, 1, panel);
    kiosk.apply(new BoardChange.SocHeld(45));
    board = Optional.of(kiosk);
    return kiosk;
  }

  private static List<String> codes(Daemon daemon) {
    return daemon.state().active().stream().map(Fault::code).toList();
  }

  private static LcdPort framebuffer(SimulatedBoard kiosk) throws Exception {
    return new LcdPort(
        PanelProfile.load("fbdev"),
        Rotation.BY_0,
        new LcdWiring.Kernel(kiosk.framebuffer()::open),
        PanelLines.NONE,
        Optional.of(kiosk.framebuffer().backlight()));
  }

  private static LcdPort onSpi(SimulatedBoard kiosk, FaultySpi spi) throws Exception {
    var lcd = kiosk.lcd();
    return new LcdPort(
        PanelProfile.load("ili9341"),
        Rotation.BY_90,
        new LcdWiring.Spi(spi, lcd.dataCommand(), Optional.of(lcd.reset()), true),
        PanelLines.NONE,
        Optional.of(lcd.backlight()));
  }

  private DaemonSetup setup(SimulatedBoard kiosk, LcdPort lcd) {
    return new DaemonSetup(
        kiosk,
        Optional.of(lcd),
        Optional.empty(),
        Configuration.defaults("kiosk"),
        false,
        folder,
        Optional.empty(),
        ZoneOffset.UTC,
        "test");
  }
}
