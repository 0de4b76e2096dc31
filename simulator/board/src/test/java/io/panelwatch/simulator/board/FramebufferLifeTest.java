package io.panelwatch.simulator.board;

import static io.panelwatch.simulator.board.FramebufferRig.FORMATS;
import static io.panelwatch.simulator.board.FramebufferRig.HEIGHT;
import static io.panelwatch.simulator.board.FramebufferRig.WIDTH;
import static io.panelwatch.simulator.board.FramebufferRig.assertSeen;
import static io.panelwatch.simulator.board.FramebufferRig.panel;
import static io.panelwatch.simulator.board.FramebufferRig.scribble;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.display.FramebufferDriver;
import io.panelwatch.display.Panel;
import io.panelwatch.display.PanelState;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Framebuffer;
import io.panelwatch.hal.Framebuffer.Layout;
import io.panelwatch.hal.contract.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A panel on a framebuffer: when it is dark, and what happens when it goes away. */
class FramebufferLifeTest {

  private static final short RED = Frame.rgb565(255, 0, 0);

  @Test
  void panelIsDarkUntilTheFirstPictureAndWhileAsleepOrOff() throws Exception {
    var device = new SimulatedFramebuffer(FORMATS.get("RGB565"));
    Panel panel = panel(device, Rotation.BY_0);
    panel.start();
    assertTrue(device.blanked(), "before the first picture");
    panel.show(new Frame(WIDTH, HEIGHT));
    assertFalse(device.blanked());

    panel.sleep();
    assertTrue(device.blanked(), "asleep");
    panel.wake();
    assertFalse(device.blanked());
    panel.off();
    assertTrue(device.blanked(), "off");
  }

  @Test
  void framebufferThatWasUnpluggedAtAnyCallComesBackByItself() throws Exception {
    for (int call = 1; survivesUnpluggingAt(call); call++) {
      assertTrue(call < 100, "an update ends");
    }
  }

  @Test
  void checkFindsAFramebufferThatWentAway() throws Exception {
    var device = new SimulatedFramebuffer(FORMATS.get("RGB565"));
    Panel panel = panel(device, Rotation.BY_0);
    panel.show(new Frame(WIDTH, HEIGHT));
    panel.check();
    assertEquals(PanelState.ON, panel.state());

    device.unplug();

    assertThrows(DeviceException.class, panel::check);
    assertEquals(PanelState.LOST, panel.state());
  }

  @Test
  void framebufferThatCannotBeOpenedAnewIsStillBlankedThroughTheOneBefore() throws Exception {
    var device = new SimulatedFramebuffer(FORMATS.get("RGB565"));
    var opener = new RefusingOpener(device);
    var driver = FramebufferDriver.open(opener, Rotation.BY_0);
    driver.on();
    driver.forget();
    opener.refuses = true;

    assertThrows(DeviceException.class, driver::reset);
    assertFalse(device.blanked());
    driver.darken();
    assertTrue(device.blanked());
  }

  @Test
  void framebufferThatWasOpenedAnewIsOpenOnlyOnce() throws Exception {
    var opener = new RefusingOpener(new SimulatedFramebuffer(FORMATS.get("RGB565")));
    var driver = FramebufferDriver.open(opener, Rotation.BY_0);
    Framebuffer before = opener.last();
    driver.forget();

    driver.reset();

    assertThrows(DeviceException.class, before::check);
    opener.last().check();
  }

  @Test
  void framebufferMayComeBackWithAnotherPixelFormat() throws Exception {
    var device = new SimulatedFramebuffer(FORMATS.get("RGB565"));
    Panel panel = panel(device, Rotation.BY_270);
    Frame frame = new Frame(HEIGHT, WIDTH);
    panel.show(frame);
    device.plug(FORMATS.get("XRGB8888"));
    frame.fillRect(3, 4, 20, 9, RED);
    assertThrows(DeviceException.class, () -> panel.show(frame));

    panel.show(frame);

    assertSeen(frame, device, Rotation.BY_270, 8);
  }

  @Test
  void framebufferThatComesBackWithAnotherSizeAsksForARestart() throws Exception {
    var device = new SimulatedFramebuffer(FORMATS.get("RGB565"));
    Panel panel = panel(device, Rotation.BY_0);
    Frame frame = new Frame(WIDTH, HEIGHT);
    panel.show(frame);
    Layout before = FORMATS.get("RGB565");
    device.plug(new Layout(40, 30, 80, 0, 16, before.red(), before.green(), before.blue()));
    assertThrows(DeviceException.class, () -> panel.show(frame));

    DeviceException refusal = assertThrows(DeviceException.class, () -> panel.show(frame));

    assertTrue(refusal.getMessage().contains("40 x 30"), refusal.getMessage());
    assertTrue(refusal.getMessage().contains("restart"), refusal.getMessage());
    device.plug(before);
    panel.show(frame);
    assertEquals(PanelState.ON, panel.state());
  }

  /** Unplugs just before the n-th call of the panel; whether that many were made. */
  private boolean survivesUnpluggingAt(int call) throws Exception {
    var device = new SimulatedFramebuffer(FORMATS.get("XRGB8888"));
    var unplugging = new UnpluggingFramebuffer(device, call);
    var driver = FramebufferDriver.open(unplugging::open, Rotation.BY_90);
    var panel = new Panel(driver, Optional.empty(), new ManualClock());
    Frame frame = new Frame(panel.width(), panel.height());
    Random random = new Random(call);
    for (int turn = 0; turn < 6; turn++) {
      scribble(frame, random);
      try {
        panel.show(frame);
        panel.sleep();
        panel.wake();
        panel.check();
      } catch (DeviceException e) {
        assertEquals(PanelState.LOST, panel.state());
        assertThrows(DeviceException.class, () -> panel.show(frame), "still unplugged");
        device.plug();
        panel.show(frame);
        panel.wake(); // it may have gone away between sleep and wake
      }
      assertEquals(PanelState.ON, panel.state());
      assertSeen(frame, device, Rotation.BY_90, 8);
    }
    return unplugging.unplugged();
  }

  /** Opens a device unless it is told not to, as one whose node has lost its permissions. */
  private static final class RefusingOpener implements FramebufferDriver.Opener {

    private final SimulatedFramebuffer device;
    private final List<Framebuffer> opened = new ArrayList<>();
    private boolean refuses;

    RefusingOpener(SimulatedFramebuffer device) {
      this.device = device;
    }

    @Override
    public Framebuffer open() throws DeviceException {
      if (refuses) {
        throw new DeviceException(13, "open", "fb0", "fb0 may not be opened: mend its permissions");
      }
      opened.add(device.open());
      return last();
    }

    Framebuffer last() {
      return opened.getLast();
    }
  }
}
