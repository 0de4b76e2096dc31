package io.panelwatch.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.display.FramebufferDriver;
import io.panelwatch.display.Panel;
import io.panelwatch.display.PanelState;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Framebuffer;
import io.panelwatch.hal.contract.ManualClock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The board's framebuffer panel, broken from the console while the engine drives it. */
final class FramebufferLcdTest {

  private static final short RED = Frame.rgb565(255, 0, 0);
  private static final int EIO = 5;

  private final ManualClock clock = new ManualClock();
  private final SimulatedBoard board = SimulatedBoard.create(clock, 1, "fbdev");
  private final FramebufferLcd lcd = board.framebuffer();

  @AfterEach
  void closeBoard() {
    board.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void driverThatFailsAtEveryNthCallIsDarkMeanwhileAndHeals(int n) throws Exception {
    try (var panel = panel(true)) {
      sufferAndHeal(
          panel,
          n,
          lastWhole -> {
            assertEquals(0, lcd.counters().backlightPercent());
            assertTrue(isDark());
          });
      assertEquals(100, lcd.counters().backlightPercent());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void driverThatFailsAtEveryNthCallLeavesNoWrongPictureWhereTheLightIsAlwaysOn(int n)
      throws Exception {
    try (var light = lcd.backlight();
        var panel = panel(false)) {
      light.setPercent(100);
      sufferAndHeal(panel, n, lastWhole -> assertTrue(isDark() || isSeen(lastWhole)));
    }
  }

  /**
   * Shows a picture before calls fail, others while they do, and one more when none fails any more.
   */
  private void sufferAndHeal(Panel panel, int n, Consumer<Frame> whenRefused)
      throws InterruptedException {
    var frame = new Frame(panel.width(), panel.height());
    var lastWhole = new Frame(panel.width(), panel.height());
    frame.fillRect(0, 0, frame.width(), frame.height(), (short) ~RED);
    assertTrue(shows(panel, frame));
    lastWhole.copyFrom(frame, 0, 0, frame.width(), frame.height());
    suffer(new LcdGlitch.FailsEvery(n));
    int refusals = 0;
    for (int update = 0; update < 12; update++) {
      frame.fillRect(update * 7, update * 5, 30, 20, (short) (RED + update));
      if (shows(panel, frame)) {
        lastWhole.copyFrom(frame, 0, 0, frame.width(), frame.height());
      } else {
        refusals++;
        whenRefused.accept(lastWhole);
      }
    }
    assertTrue(refusals > 0, "nothing failed at every call number " + n);
    suffer(new LcdGlitch.FailsEvery(0));
    assertTrue(shows(panel, frame));
  }

  private boolean shows(Panel panel, Frame frame) throws InterruptedException {
    try {
      panel.show(frame);
      assertTrue(lcd.counters().displayOn());
      assertTrue(isSeen(frame));
      return true;
    } catch (DeviceException refused) {
      assertEquals(EIO, refused.errno());
      assertEquals(PanelState.LOST, panel.state());
      return false;
    }
  }

  private boolean isDark() {
    return Arrays.stream(lcd.picture().rgb()).allMatch(rgb -> rgb == 0);
  }

  private boolean isSeen(Frame frame) {
    int[] seen = lcd.picture().rgb();
    short[] drawn = frame.pixels();
    return IntStream.range(0, drawn.length)
        .allMatch(
            i -> Frame.rgb565(seen[i] >> 16, seen[i] >> 8 & 0xFF, seen[i] & 0xFF) == drawn[i]);
  }

  @Test
  void stallTakesTheBoardsTime() throws Exception {
    try (var panel = panel(true)) {
      suffer(new LcdGlitch.Stalls(Duration.ofMillis(300)));
      panel.show(new Frame(panel.width(), panel.height()));
      assertTrue(panel.counters().longestFlushNanos() >= 300_000_000L);
    }
  }

  @Test
  void brokenLcdRefusesItsFramebufferTooUntilItIsRepaired() throws Exception {
    try (var panel = panel(true)) {
      var frame = new Frame(panel.width(), panel.height());
      panel.show(frame);
      board.apply(new BoardChange.SensorFails(Component.LCD, EIO));
      frame.fillRect(0, 0, 9, 9, RED);
      assertThrows(DeviceException.class, () -> panel.show(frame));

      board.apply(new BoardChange.Repaired(Component.LCD));
      panel.show(frame);
      assertEquals(0xFF0000, lcd.picture().rgb(8, 8));
    }
  }

  @Test
  void openingThatWasClosedIsRefused() throws Exception {
    Framebuffer opened = lcd.open();
    opened.close();
    assertThrows(DeviceException.class, opened::check);
    assertThrows(DeviceException.class, () -> opened.blank(true));
    opened.close();
  }

  @Test
  void repairUndoesEverythingAndTheConsoleIsToldWhatIsWrong() throws Exception {
    suffer(new LcdGlitch.FailsEvery(3));
    suffer(new LcdGlitch.Stalls(Duration.ofMillis(20)));
    suffer(new LcdGlitch.Unplugged(true));
    assertEquals(Map.of("failEvery", 3, "stallMs", 20L, "unplugged", true), lcd.glitches());

    board.apply(new BoardChange.Repaired(Component.LCD));
    assertEquals(Map.of("failEvery", 0, "stallMs", 0L, "unplugged", false), lcd.glitches());
  }

  @Test
  void whatOnlyAWireCanSufferIsRefusedWithWhatIsTaken() {
    var refusal =
        assertThrows(IllegalArgumentException.class, () -> suffer(new LcdGlitch.DropsEvery(60)));
    assertTrue(refusal.getMessage().contains("failEvery"), refusal.getMessage());
  }

  private void suffer(LcdGlitch glitch) {
    board.apply(new BoardChange.LcdSuffers(glitch));
  }

  private Panel panel(boolean lit) throws DeviceException {
    var driver = FramebufferDriver.open(lcd::open, Rotation.BY_0);
    return new Panel(driver, lit ? Optional.of(lcd.backlight()) : Optional.empty(), clock);
  }
}
