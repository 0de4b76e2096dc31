package io.panelwatch.agent.daemon;

import io.panelwatch.display.FramebufferDriver;
import io.panelwatch.display.Panel;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.hal.Backlight;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Framebuffer.Channel;
import io.panelwatch.hal.Framebuffer.Layout;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.simulator.board.SimulatedFramebuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small panel on a simulated framebuffer, with a light that remembers. */
final class PanelOnMemory implements Backlight {

  private static final Layout RGB565 =
      new Layout(40, 30, 80, 0, 16, new Channel(11, 5), new Channel(5, 6), new Channel(0, 5));

  final ManualClock clock = new ManualClock();
  final SimulatedFramebuffer device = new SimulatedFramebuffer(RGB565);
  final List<Integer> lights = new ArrayList<>();
  final Panel panel;

  PanelOnMemory() throws DeviceException {
    var driver = FramebufferDriver.open(device::open, Rotation.BY_0);
    panel = new Panel(driver, Optional.of(this), clock);
  }

  void showPicture() throws Exception {
    panel.show(new Frame(40, 30));
  }

  int light() {
    return lights.getLast();
  }

  @Override
  public void setPercent(int percent) {
    lights.add(percent);
  }

  @Override
  public void close() {
    lights.add(0);
  }
}
