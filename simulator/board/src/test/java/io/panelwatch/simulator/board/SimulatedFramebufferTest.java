package io.panelwatch.simulator.board;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Framebuffer;
import io.panelwatch.hal.Framebuffer.Channel;
import io.panelwatch.hal.Framebuffer.Layout;
import io.panelwatch.hal.contract.FramebufferContract;
import org.junit.jupiter.api.Test;

class SimulatedFramebufferTest extends FramebufferContract {

  private static final Layout XRGB8888 =
      new Layout(12, 7, 56, 16, 32, new Channel(16, 8), new Channel(8, 8), new Channel(0, 8));
  private static final Layout RGB565 =
      new Layout(12, 7, 24, 0, 16, new Channel(11, 5), new Channel(5, 6), new Channel(0, 5));

  private final SimulatedFramebuffer device = new SimulatedFramebuffer(XRGB8888);

  @Override
  protected Framebuffer open() throws DeviceException {
    return device.open();
  }

  @Override
  protected byte[] screen() {
    return device.bytes();
  }

  @Override
  protected boolean blanked() {
    return device.blanked();
  }

  @Override
  protected void unplug() {
    device.unplug();
  }

  @Override
  protected void changeMode() {
    device.changeMode(RGB565);
  }

  @Test
  void pixelIsSeenByTheBitsOfItsChannels() throws DeviceException {
    Framebuffer wide = device.open();
    wide.memory().putInt(16 + 2 * 56 + 3 * 4, 0x12_34_56);
    assertEquals(0x12_34_56, device.picture().rgb(3, 2));

    device.plug(RGB565);
    Framebuffer narrow = device.open();
    narrow.memory().putShort(2 * 24 + 3 * 2, (short) (31 << 11 | 1 << 5 | 16));
    assertEquals(0xFF_04_84, device.picture().rgb(3, 2));
  }

  @Test
  void nothingIsSeenOfABlankedOrAnUnpluggedOne() throws DeviceException {
    Framebuffer framebuffer = device.open();
    framebuffer.memory().putInt(16, 0xFF_FF_FF);

    framebuffer.blank(true);
    assertEquals(0, device.picture().rgb(0, 0));
    framebuffer.blank(false);
    assertEquals(0xFF_FF_FF, device.picture().rgb(0, 0));
    device.unplug();
    assertEquals(0, device.picture().rgb(0, 0));
  }

  @Test
  void onePutBackIsAnotherOne() throws DeviceException {
    Framebuffer before = device.open();
    device.unplug();
    assertThrows(DeviceException.class, device::open);

    device.plug();

    assertThrows(DeviceException.class, before::check);
    assertDoesNotThrow(device.open()::check);
  }
}
