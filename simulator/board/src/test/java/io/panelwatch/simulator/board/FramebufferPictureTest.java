package io.panelwatch.simulator.board;

import static io.panelwatch.simulator.board.FramebufferRig.FORMATS;
import static io.panelwatch.simulator.board.FramebufferRig.HEIGHT;
import static io.panelwatch.simulator.board.FramebufferRig.WIDTH;
import static io.panelwatch.simulator.board.FramebufferRig.assertSeen;
import static io.panelwatch.simulator.board.FramebufferRig.panel;
import static io.panelwatch.simulator.board.FramebufferRig.scribble;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.display.FramebufferDriver;
import io.panelwatch.display.Panel;
import io.panelwatch.display.controller.Picture;
import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Framebuffer;
import io.panelwatch.hal.Framebuffer.Channel;
import io.panelwatch.hal.Framebuffer.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A panel on a framebuffer: what is in its memory, in every format and rotation. */
class FramebufferPictureTest {

  private static final int UPDATES = 10_000;
  private static final short RED = Frame.rgb565(255, 0, 0);
  private static final short GREEN = Frame.rgb565(0, 255, 0);
  private static final short BLUE = Frame.rgb565(0, 0, 255);
  private static final short WHITE = Frame.rgb565(255, 255, 255);

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

  private static void paintBesideThePicture(SimulatedFramebuffer device) throws DeviceException {
    var memory = device.open().memory();
    for (int i = 0; i < memory.capacity(); i++) {
      memory.put(i, (byte) 0xC3);
    }
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
}
