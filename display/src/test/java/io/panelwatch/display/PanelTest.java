package io.panelwatch.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.display.controller.Picture;
import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.Rect;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.hal.DeviceException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Drives a panel over a virtual module and looks at what its controller got. */
class PanelTest {

  private static final short RED = Frame.rgb565(255, 0, 0);
  private static final short GREEN = Frame.rgb565(0, 255, 0);
  private static final short BLUE = Frame.rgb565(0, 0, 255);
  private static final short WHITE = Frame.rgb565(255, 255, 255);

  private final VirtualModule module = new VirtualModule(true);

  @ParameterizedTest
  @EnumSource(Rotation.class)
  void theCornersOfThePictureAreTheCornersThatAreSeen(Rotation rotation) throws Exception {
    Panel panel = panel(module, rotation);
    Frame frame = new Frame(panel.width(), panel.height());
    frame.setPixel(0, 0, RED);
    frame.setPixel(panel.width() - 1, 0, GREEN);
    frame.setPixel(panel.width() - 1, panel.height() - 1, BLUE);
    frame.setPixel(0, panel.height() - 1, WHITE);

    panel.show(frame);

    Picture glass = module.lcd.image();
    int[][] clockwise = {{0, 0}, {239, 0}, {239, 319}, {0, 319}};
    int[] colours = {0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF};
    for (int corner = 0; corner < 4; corner++) {
      int[] at = clockwise[(corner + rotation.degrees() / 90) % 4];
      assertEquals(colours[corner], glass.rgb(at[0], at[1]), rotation + ", corner " + corner);
    }
  }

  @ParameterizedTest
  @EnumSource(Rotation.class)
  void whatIsSeenIsTheFrameAfterEveryUpdate(Rotation rotation) throws Exception {
    Panel panel = panel(module, rotation);
    Random random = new Random(20260301 + rotation.degrees());
    Frame frame = new Frame(panel.width(), panel.height());
    for (int update = 0; update < 40; update++) {
      Scribble.on(frame, random);
      panel.show(frame);
      assertSeen(frame, module, rotation);
    }
    assertTrue(module.longestTransfer <= VirtualModule.TRANSFER_BYTES);
  }

  @Test
  void onlyWhatWasDamagedIsSent() throws Exception {
    Panel panel = panel(module, Rotation.BY_90);
    Frame frame = new Frame(320, 240);
    panel.show(frame);
    long before = panel.counters().bytes();

    frame.fillRect(10, 20, 4, 3, RED);
    frame.fillRect(200, 200, 9, 9, BLUE);
    Damage damage = new Damage(320, 240);
    damage.add(new Rect(10, 20, 4, 3));
    panel.show(frame, damage);

    assertEquals(11 + 2 * 12, panel.counters().bytes() - before);
    panel.show(frame);
    assertSeen(frame, module, Rotation.BY_90);
  }

  @Test
  void anUnchangedPictureSendsNothing() throws Exception {
    Panel panel = panel(module, Rotation.BY_90);
    Frame frame = new Frame(320, 240);
    panel.show(frame);
    long calls = module.calls();

    panel.show(frame);

    assertEquals(calls, module.calls());
    assertEquals(2, panel.counters().frames());
  }

  @Test
  void theLightGoesOnOnlyAfterTheFirstWholePicture() throws Exception {
    Panel panel = panel(module, Rotation.BY_90);
    panel.start();
    assertEquals(List.of("0 dark"), module.lightLog);
    assertFalse(module.lcd.displayOn(), "nobody sees the noise of an unwritten memory");

    Frame frame = new Frame(320, 240);
    frame.fill(GREEN);
    panel.show(frame);

    assertEquals(List.of("0 dark", "100 visible"), module.lightLog);
    assertSeen(frame, module, Rotation.BY_90);
  }

  @Test
  void startKeepsTheDatasheetsWaitsAndNoLongerOnes() throws Exception {
    long began = module.clock.monotonicNanos();
    Panel panel = panel(module, Rotation.BY_90);
    panel.start();
    panel.show(new Frame(320, 240));

    Duration took = Duration.ofNanos(module.clock.monotonicNanos() - began);
    Duration waits = Duration.ofNanos(20_000).plusMillis(120).plusMillis(5);
    Duration wholePicture = Duration.ofMillis(40);
    assertTrue(took.compareTo(waits) > 0, "took " + took);
    assertTrue(took.compareTo(waits.plus(wholePicture)) < 0, "took " + took);
  }

  @Test
  void aPictureIsDrawnWhileTheControllerRecoversFromItsReset() throws Exception {
    Panel panel = panel(module, Rotation.BY_90);
    long began = module.clock.monotonicNanos();
    panel.start();
    Duration start = Duration.ofNanos(module.clock.monotonicNanos() - began);
    assertTrue(start.compareTo(Duration.ofMillis(1)) < 0, "took " + start);

    module.clock.advance(Duration.ofMillis(120));
    long drawn = module.clock.monotonicNanos();
    panel.show(new Frame(320, 240));

    Duration show = Duration.ofNanos(module.clock.monotonicNanos() - drawn);
    assertTrue(show.compareTo(Duration.ofMillis(5 + 40 + 2)) < 0, "took " + show);
  }

  @Test
  void theLatencyOfTheBusIsMeasured() throws Exception {
    Panel panel = panel(module, Rotation.BY_90);
    panel.show(new Frame(320, 240));
    assertEquals(VirtualModule.LATENCY_NANOS, panel.counters().transferNanos());
  }

  @Test
  void sleepAndWakeKeepTheTimesOfTheDatasheetHoweverFastTheyAreAskedFor() throws Exception {
    Panel panel = panel(module, Rotation.BY_90);
    Frame frame = new Frame(320, 240);
    panel.show(frame);
    for (int i = 0; i < 3; i++) {
      panel.sleep();
      assertEquals(PanelState.ASLEEP, panel.state());
      assertTrue(module.lcd.sleeping());
      assertEquals(0, module.lightPercent);
      panel.wake();
      assertEquals(PanelState.ON, panel.state());
      assertFalse(module.lcd.sleeping());
      assertEquals(100, module.lightPercent);
      assertSeen(frame, module, Rotation.BY_90);
    }
  }

  @Test
  void whatWasShownAsleepIsThereOnWaking() throws Exception {
    Panel panel = panel(module, Rotation.BY_90);
    Frame frame = new Frame(320, 240);
    panel.show(frame);
    panel.sleep();
    frame.fillRect(3, 4, 50, 60, RED);
    panel.show(frame);
    assertTrue(module.lcd.sleeping());

    panel.wake();

    assertSeen(frame, module, Rotation.BY_90);
  }

  @Test
  void closingLeavesThePanelAsleepAndDarkAndLetsGoOfEverything() throws Exception {
    Panel panel = panel(module, Rotation.BY_90);
    panel.show(new Frame(320, 240));
    long began = module.clock.monotonicNanos();

    Thread.currentThread().interrupt();
    panel.close();

    assertTrue(Thread.interrupted(), "the interrupt is kept for later");
    assertTrue(module.lcd.sleeping());
    assertFalse(module.lcd.displayOn());
    assertEquals(0, module.lightPercent);
    assertEquals(4, module.closed);
    assertEquals(PanelState.OFF, panel.state());
    assertTrue(module.clock.monotonicNanos() - began < Duration.ofMillis(130).toNanos());
    panel.close();
    assertThrows(IllegalStateException.class, () -> panel.show(new Frame(320, 240)));
  }

  @Test
  void aPictureOfAnotherSizeIsRefusedAndChangesNothing() throws Exception {
    Panel panel = panel(module, Rotation.BY_90);
    panel.show(new Frame(320, 240));
    assertThrows(IllegalArgumentException.class, () -> panel.show(new Frame(240, 320)));
    assertEquals(PanelState.ON, panel.state());
  }

  @Test
  void anErrorAnywhereIsFollowedByTheRightPicture() throws Exception {
    for (boolean resetWired : new boolean[] {true, false}) {
      for (int call = 1; failsAndRecovers(resetWired, call); call++) {
        assertTrue(call < 1_000, "the update must end");
      }
    }
  }

  @Test
  void afterAnErrorNothingIsAssumedAndTheWholePictureIsSent() throws Exception {
    Panel panel = panel(module, Rotation.BY_90);
    Frame frame = new Frame(320, 240);
    panel.show(frame);
    frame.setPixel(7, 7, RED);
    module.failCall(3);
    assertThrows(DeviceException.class, () -> panel.show(frame));
    long before = panel.counters().bytes();

    panel.show(frame);

    assertEquals(11 + 2 * 320 * 240, panel.counters().bytes() - before);
  }

  /** One update whose n-th call fails; whether the update was long enough for that. */
  private static boolean failsAndRecovers(boolean resetWired, int call) throws Exception {
    VirtualModule module = new VirtualModule(resetWired);
    Panel panel = panel(module, Rotation.BY_270);
    Random random = new Random(call);
    Frame frame = new Frame(320, 240);
    if (call % 2 == 0) {
      panel.show(frame);
    }
    Scribble.on(frame, random);
    module.failCall(call);
    try {
      panel.show(frame);
      assertSeen(frame, module, Rotation.BY_270);
      return false;
    } catch (DeviceException e) {
      assertEquals(PanelState.LOST, panel.state());
      assertEquals(0, module.lightPercent);
    }
    Scribble.on(frame, random);
    panel.show(frame);
    assertSeen(frame, module, Rotation.BY_270);
    assertEquals(PanelState.ON, panel.state());
    assertEquals(100, module.lightPercent);
    assertEquals(1, panel.counters().linkErrors());
    return true;
  }

  private static Panel panel(VirtualModule module, Rotation rotation) throws Exception {
    return new Panel(
        new ControllerDriver(
            VirtualModule.profile(), rotation, module.link(), PanelLines.NONE, module.clock),
        module.light(),
        module.clock);
  }

  private static void assertSeen(Frame frame, VirtualModule module, Rotation rotation) {
    Picture seen = module.lcd.image().turned((360 - rotation.degrees()) % 360);
    assertEquals(frame.width(), seen.width());
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        int rgb = seen.rgb(x, y);
        short as565 = Frame.rgb565(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF);
        if (as565 != frame.pixel(x, y)) {
          assertEquals(frame.pixel(x, y), as565, "at (" + x + ", " + y + ")");
        }
      }
    }
  }
}
