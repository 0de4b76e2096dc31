package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.display.ControllerDriver;
import io.panelwatch.display.Panel;
import io.panelwatch.display.PanelLines;
import io.panelwatch.display.PanelState;
import io.panelwatch.display.bus.FourWireSpi;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.simulator.board.SimulatedBoard;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PanelCareTest {

  @Test
  void panelThatWentAwayIsFoundWithinHalfASecond() throws Exception {
    var lcd = new PanelOnMemory();
    var care = new PanelCare(lcd.panel, ZoneOffset.UTC, lcd.clock);
    lcd.showPicture();
    lcd.device.unplug();

    lcd.clock.advance(PanelCare.CHECK_EVERY.minusNanos(1));
    assertEquals(1, care.turn(false), "not yet");
    lcd.clock.advance(Duration.ofNanos(1));

    assertThrows(DeviceException.class, () -> care.turn(false));
    assertEquals(PanelState.LOST, lcd.panel.state());
  }

  @Test
  void panelThatIsNotVisibleIsNotAsked() throws Exception {
    var lcd = new PanelOnMemory();
    var care = new PanelCare(lcd.panel, ZoneOffset.UTC, lcd.clock);
    lcd.showPicture();
    lcd.clock.advance(PanelCare.CHECK_EVERY);
    care.turn(false);
    lcd.panel.sleep();
    lcd.clock.advance(Duration.ofSeconds(1));

    assertEquals(Long.MAX_VALUE, care.turn(false));
  }

  @Test
  void onlyThePanelThatDoesNotAnswerIsInitialisedAnewAtNight() throws Exception {
    assertEquals(1 + 2, initialisationsInTwoDays(/* misoWired= */ false, /* attention= */ false));
    assertEquals(1, initialisationsInTwoDays(/* misoWired= */ true, /* attention= */ false));
    assertEquals(1, initialisationsInTwoDays(/* misoWired= */ false, /* attention= */ true));
  }

  @Test
  void panelThatSleepsAtThreeIsInitialisedAnewIfItDoesNotAnswerAndSleepsOn() throws Exception {
    var clock = new ManualClock();
    try (var board = SimulatedBoard.create(clock, 1);
        var panel = panel(board, clock, /* misoWired= */ false)) {
      var care = new PanelCare(panel, ZoneOffset.UTC, clock);
      panel.show(new Frame(panel.width(), panel.height()));
      clock.advance(PanelCare.CHECK_EVERY);
      care.turn(false);
      panel.sleep();
      for (int turn = 0; turn < 24 * 4; turn++) {
        assertEquals(PanelCare.LOOK_ASLEEP_EVERY.toNanos(), care.turn(false));
        clock.advance(PanelCare.LOOK_ASLEEP_EVERY);
      }

      assertEquals(2, panel.counters().initialisations());
      assertEquals(PanelState.ASLEEP, panel.state());
      assertFalse(board.lcd().counters().displayOn());
    }
  }

  private static long initialisationsInTwoDays(boolean misoWired, boolean attention)
      throws Exception {
    var clock = new ManualClock();
    try (var board = SimulatedBoard.create(clock, 1);
        var panel = panel(board, clock, misoWired)) {
      panel.show(new Frame(panel.width(), panel.height()));
      var care = new PanelCare(panel, ZoneOffset.UTC, clock);
      care.turn(attention);
      for (int turn = 0; turn < 2 * 24 * 4; turn++) {
        clock.advance(Duration.ofMinutes(15));
        assertTrue(care.turn(attention) >= 0);
      }
      return panel.counters().initialisations();
    }
  }

  private static Panel panel(SimulatedBoard board, ManualClock clock, boolean misoWired)
      throws Exception {
    var lcd = board.lcd();
    var profile = (ControllerProfile) PanelProfile.load("ili9341");
    var link =
        new FourWireSpi(
            lcd.spi(), lcd.dataCommand(), Optional.of(lcd.reset()), misoWired, profile.wireRules());
    return new Panel(
        new ControllerDriver(profile, Rotation.BY_0, link, PanelLines.NONE, clock),
        Optional.of(lcd.backlight()),
        clock);
  }
}
