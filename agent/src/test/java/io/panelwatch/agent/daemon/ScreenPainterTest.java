package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.panelwatch.agent.state.DeviceStateFold;
import io.panelwatch.agent.state.Event;
import io.panelwatch.display.power.BrightnessSchedule;
import io.panelwatch.display.power.PowerPolicy;
import io.panelwatch.display.scene.Colours;
import io.panelwatch.display.scene.Scene;
import io.panelwatch.display.scene.TestPattern;
import io.panelwatch.display.scene.Widget;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScreenPainterTest {

  private static final int SHIFT_PX = 2;
  private static final Scene CARD = new Scene(new Widget.TestCard(TestPattern.EDGES));
  private static final Scene PAGE = new Scene(new Widget.Rule());

  private final PanelOnMemory lcd = new PanelOnMemory();
  private Scene wanted = PAGE;

  ScreenPainterTest() throws Exception {}

  @Test
  void testCardStandsAtThePanelsEdgesHoweverLongItIsShown() throws Exception {
    ScreenPainter painter = painter(SHIFT_PX);
    lcd.clock.advance(Duration.ofMinutes(10));
    paint(painter, CARD);
    assertArrayEquals(withoutShift(), lcd.device.bytes());

    lcd.clock.advance(Duration.ofMinutes(10));
    painter.turn();
    assertArrayEquals(withoutShift(), lcd.device.bytes());
    assertEquals(1, lcd.panel.counters().frames());
  }

  @Test
  void pageAfterATestCardWalksOn() throws Exception {
    ScreenPainter painter = painter(SHIFT_PX);
    paint(painter, CARD);
    paint(painter, PAGE);
    long frames = lcd.panel.counters().frames();
    lcd.clock.advance(Duration.ofMinutes(3));
    painter.turn();
    assertNotEquals(frames, lcd.panel.counters().frames());
  }

  private static byte[] withoutShift() throws Exception {
    var other = new ScreenPainterTest();
    other.paint(other.painter(0), CARD);
    return other.lcd.device.bytes();
  }

  private ScreenPainter painter(int shiftPx) {
    var policy =
        new PowerPolicy(BrightnessSchedule.always(100), Optional.empty(), Optional.empty());
    var settings = new ScreenSettings(Colours.RGB, policy, ZoneOffset.UTC, shiftPx);
    return new ScreenPainter(lcd.panel, lcd.clock, settings, (state, wall) -> wanted);
  }

  private void paint(ScreenPainter painter, Scene scene) throws Exception {
    wanted = scene;
    var state =
        new DeviceStateFold(lcd.clock).apply(StatesOfADaemon.initial(lcd.clock), new Event.Tick());
    painter.take(Change.to(state));
    painter.turn();
  }
}
