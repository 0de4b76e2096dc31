package io.panelwatch.simulator.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.panelwatch.display.FramebufferDriver;
import io.panelwatch.display.Panel;
import io.panelwatch.display.controller.Picture;
import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.Rect;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Framebuffer.Channel;
import io.panelwatch.hal.Framebuffer.Layout;
import io.panelwatch.hal.contract.ManualClock;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A panel of 50 x 34 on a simulated framebuffer, drawn on at random and looked at. */
final class FramebufferRig {

  static final int WIDTH = 50;
  static final int HEIGHT = 34;

  /** Formats that drivers have, each with bytes before and between its rows. */
  static final Map<String, Layout> FORMATS =
      Map.of(
          "RGB565", layout(16, 6, 4, 11, 5, 5, 6, 0, 5),
          "RGB565, odd rows", layout(16, 3, 1, 11, 5, 5, 6, 0, 5),
          "BGR565", layout(16, 0, 0, 0, 5, 5, 6, 11, 5),
          "RGBA4444", layout(16, 2, 2, 12, 4, 8, 4, 4, 4),
          "RGB888", layout(24, 5, 7, 16, 8, 8, 8, 0, 8),
          "BGR888", layout(24, 0, 1, 0, 8, 8, 8, 16, 8),
          "XRGB8888", layout(32, 12, 16, 16, 8, 8, 8, 0, 8),
          "RGBX8888", layout(32, 0, 0, 24, 8, 16, 8, 8, 8));

  private FramebufferRig() {}

  static Panel panel(SimulatedFramebuffer device, Rotation rotation) throws DeviceException {
    return new Panel(
        FramebufferDriver.open(device::open, rotation), Optional.empty(), new ManualClock());
  }

  /** Draws a few boxes, lines and dots; returns where. */
  static Damage scribble(Frame frame, Random random) {
    var damage = new Damage(frame.width(), frame.height());
    int strokes = 1 + random.nextInt(4);
    for (int i = 0; i < strokes; i++) {
      int most = random.nextInt(10) == 0 ? 40 : 6;
      var area =
          new Rect(
              random.nextInt(frame.width() + 4) - 2,
              random.nextInt(frame.height() + 4) - 2,
              1 + random.nextInt(most),
              1 + random.nextInt(most));
      frame.fillRect(area, (short) random.nextInt());
      damage.add(area);
    }
    return damage;
  }

  /** Compares as many high bits of each colour as the memory keeps. */
  static void assertSeen(
      Frame frame, SimulatedFramebuffer device, Rotation rotation, int keptBits) {
    Picture seen = device.picture().turned((360 - rotation.degrees()) % 360);
    int mask = keptBits >= 6 ? 0xFFFF : 0b11110_111100_11110;
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        int rgb = seen.rgb(x, y);
        short as565 = Frame.rgb565(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF);
        if (((as565 ^ frame.pixel(x, y)) & mask) != 0) {
          assertArrayEquals(
              new int[] {frame.pixel(x, y) & mask},
              new int[] {as565 & mask},
              "at (" + x + ", " + y + ")");
        }
      }
    }
  }

  private static Layout layout(int bits, int origin, int padding, int... channels) {
    return new Layout(
        WIDTH,
        HEIGHT,
        WIDTH * bits / Byte.SIZE + padding,
        origin,
        bits,
        new Channel(channels[0], channels[1]),
        new Channel(channels[2], channels[3]),
        new Channel(channels[4], channels[5]));
  }
}
