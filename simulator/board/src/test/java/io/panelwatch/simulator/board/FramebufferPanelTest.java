package io.panelwatch.simulator.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.display.FramebufferDriver;
import io.panelwatch.display.Panel;
import io.panelwatch.display.PanelState;
import io.panelwatch.display.controller.Picture;
import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.Rect;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Framebuffer;
import io.panelwatch.hal.Framebuffer.Channel;
import io.panelwatch.hal.Framebuffer.Layout;
import io.panelwatch.hal.contract.ManualClock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A panel on a framebuffer: what is in its memory, and what happens when it goes away. */
class FramebufferPanelTest {

  private static final int WIDTH = 50;
  private static final int HEIGHT = 34;
  private static final int UPDATES = 10_000;
  private static final short RED = Frame.rgb565(255, 0, 0);
  private static final short GREEN = Frame.rgb565(0, 255, 0);
  private static final short BLUE = Frame.rgb565(0, 0, 255);
  private static final short WHITE = Frame.rgb565(255, 255, 255);

  /** Formats that drivers have, each with bytes before and between its rows. */
  private static final Map<String, Layout> FORMATS =
      Map.of(
          "RGB565", layout(16, 6, 4, 11, 5, 5, 6, 0, 5),
          "RGB565, odd rows", layout(16, 3, 1, 11, 5, 5, 6, 0, 5),
          "BGR565", layout(16, 0, 0, 0, 5, 5, 6, 11, 5),
          "RGBA4444", layout(16, 2, 2, 12, 4, 8, 4, 4, 4),
          "RGB888", layout(24, 5, 7, 16, 8, 8, 8, 0, 8),
          "BGR888", layout(24, 0, 1, 0, 8, 8, 8, 16, 8),
          "XRGB8888", layout(32, 12, 16, 16, 8, 8, 8, 0, 8),
          "RGBX8888", layout(32, 0, 0, 24, 8, 16, 8, 8, 8));

  private final ManualClock clock = new ManualClock();

  static Stream<Arguments> formatsAndRotations() {
    return FORMATS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(
            format ->
                Stream.of(Rotation.values())
                    .map(turn -> Arguments.of(format.getKey(), turn, format.getValue())));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("formatsAndRotations")
  void theCornersOfThePictureAreTheCornersThatAreSeen(
      String format, Rotation rotation, Layout layout) throws Exception {
    var device = new SimulatedFramebuffer(layout);
    Panel panel = panel(device, rotation);
    Frame frame = new Frame(panel.width(), panel.height());
    frame.setPixel(0, 0, RED);
    frame.setPixel(panel.width() - 1, 0, GREEN);
    frame.setPixel(panel.width() - 1, panel.height() - 1, BLUE);
    frame.setPixel(0, panel.height() - 1, WHITE);

    panel.show(frame);

    Picture glass = device.picture();
    int[][] clockwise = {{0, 0}, {WIDTH - 1, 0}, {WIDTH - 1, HEIGHT - 1}, {0, HEIGHT - 1}};
    int[] colours = {0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF};
    for (int corner = 0; corner < 4; corner++) {
      int[] at = clockwise[(corner + rotation.degrees() / 90) % 4];
      assertEquals(colours[corner], glass.rgb(at[0], at[1]), format + ", corner " + corner);
    }
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("formatsAndRotations")
  void whatIsSeenIsTheFrameAndNothingElseIsTouched(String format, Rotation rotation, Layout layout)
      throws Exception {
    var device = new SimulatedFramebuffer(layout);
    Framebuffer.Channel green = layout.green();
    paintBesideThePicture(device);
    Panel panel = panel(device, rotation);
    Frame frame = new Frame(panel.width(), panel.height());
    panel.show(frame);
    Random random = new Random(20260301 + rotation.degrees());
    byte[] before = device.bytes();
    for (int update = 0; update < UPDATES / FORMATS.size(); update++) {
      Damage damage = scribble(frame, random);
      panel.show(frame, damage);
      byte[] after = device.bytes();
      assertOnlyDamagedBytesDiffer(before, after, damage, rotation, layout);
      before = after;
      if (update % 50 == 0) {
        assertSeen(frame, device, rotation, green.length());
      }
    }
    assertSeen(frame, device, rotation, green.length());
  }

  @Test
  void countedBytesAreTheBytesWrittenToTheMemory() throws Exception {
    var device = new SimulatedFramebuffer(FORMATS.get("RGB888"));
    Panel panel = panel(device, Rotation.BY_0);
    Frame frame = new Frame(WIDTH, HEIGHT);
    panel.show(frame);
    assertEquals(3 * WIDTH * HEIGHT, panel.counters().bytes());

    frame.fillRect(0, 0, 3, 1, WHITE);
    frame.fillRect(40, 30, 2, 2, WHITE);
    panel.show(frame);

    assertEquals(3 * WIDTH * HEIGHT + 3 * (3 + 4), panel.counters().bytes());
  }

  @Test
  void bitsOfNoColourAreSetSoThatNothingIsTransparent() throws Exception {
    var device = new SimulatedFramebuffer(FORMATS.get("RGBX8888"));
    panel(device, Rotation.BY_0).show(new Frame(WIDTH, HEIGHT));

    assertEquals(0x000000FF, device.open().memory().getInt(0));
  }

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

  @Test
  void layoutThatHoldsNoPictureIsRefusedInOneSentence() {
    Layout good = FORMATS.get("RGB565");
    for (Layout bad :
        List.of(
            new Layout(8, 8, 8, 0, 8, good.red(), good.green(), good.blue()),
            new Layout(8, 8, 15, 0, 16, good.red(), good.green(), good.blue()),
            new Layout(8, 8, 16, 0, 16, new Channel(12, 5), good.green(), good.blue()),
            new Layout(8, 8, 32, 0, 32, new Channel(20, 10), good.green(), good.blue()))) {
      var device = new SimulatedFramebuffer(bad);

      DeviceException refusal =
          assertThrows(
              DeviceException.class,
              () -> FramebufferDriver.open(device::open, Rotation.BY_0),
              bad::toString);

      assertTrue(refusal.getMessage().contains("simulated:fb0"), refusal.getMessage());
    }
  }

  /** Unplugs just before the n-th call of the panel; whether that many were made. */
  private boolean survivesUnpluggingAt(int call) throws Exception {
    var device = new SimulatedFramebuffer(FORMATS.get("XRGB8888"));
    var unplugging = new UnpluggingFramebuffer(device, call);
    var driver = FramebufferDriver.open(unplugging::open, Rotation.BY_90);
    var panel = new Panel(driver, Optional.empty(), clock);
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

  private Panel panel(SimulatedFramebuffer device, Rotation rotation) throws DeviceException {
    return new Panel(FramebufferDriver.open(device::open, rotation), Optional.empty(), clock);
  }

  private static void paintBesideThePicture(SimulatedFramebuffer device) throws DeviceException {
    var memory = device.open().memory();
    for (int i = 0; i < memory.capacity(); i++) {
      memory.put(i, (byte) 0xC3);
    }
  }

  /** Draws a few boxes, lines and dots; returns where. */
  private static Damage scribble(Frame frame, Random random) {
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

  private static void assertOnlyDamagedBytesDiffer(
      byte[] before, byte[] after, Damage damage, Rotation rotation, Layout layout) {
    for (int at = Arrays.mismatch(before, after); at >= 0; at = nextMismatch(before, after, at)) {
      int inPicture = at - layout.originBytes();
      int gx = Math.floorMod(inPicture, layout.strideBytes()) / layout.bytesPerPixel();
      int gy = Math.floorDiv(inPicture, layout.strideBytes());
      assertTrue(inPicture >= 0 && gx < WIDTH && gy < HEIGHT, "byte " + at + " is beside it");
      int x = pictureX(gx, gy, rotation);
      int y = pictureY(gx, gy, rotation);
      assertTrue(x >= damage.left(y) && x < damage.right(y), "(" + x + ", " + y + ") was whole");
    }
  }

  private static int nextMismatch(byte[] before, byte[] after, int at) {
    int next = Arrays.mismatch(before, at + 1, before.length, after, at + 1, after.length);
    return next < 0 ? -1 : at + 1 + next;
  }

  private static int pictureX(int gx, int gy, Rotation rotation) {
    return switch (rotation) {
      case BY_0 -> gx;
      case BY_90 -> gy;
      case BY_180 -> WIDTH - 1 - gx;
      case BY_270 -> HEIGHT - 1 - gy;
    };
  }

  private static int pictureY(int gx, int gy, Rotation rotation) {
    return switch (rotation) {
      case BY_0 -> gy;
      case BY_90 -> WIDTH - 1 - gx;
      case BY_180 -> HEIGHT - 1 - gy;
      case BY_270 -> gx;
    };
  }

  /** Compares as many high bits of each colour as the memory keeps. */
  private static void assertSeen(
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
