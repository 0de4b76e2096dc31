package io.panelwatch.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.display.PanelState;
import io.panelwatch.display.controller.Modules;
import io.panelwatch.display.controller.Picture;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.profile.ColourFormat;
import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.display.profile.ProfileException;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.display.profile.Transport;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every profile on its module, in every rotation, over every bus that it can hang on.
 *
 * <p>The number of random updates is the property {@code panelwatch.updates}, {@value #FEW_UPDATES}
 * where nobody sets it. Each one is held against its plan on the wire; the decoded picture is
 * compared whole every {@value #LOOK_EVERY} updates, and always on mono panels.
 */
final class EveryPanelTest {

  private static final int FEW_UPDATES = 200;
  private static final int LOOK_EVERY = 1_000;
  private static final int UPDATES = Integer.getInteger("panelwatch.updates", FEW_UPDATES);
  private static final int LOOK = UPDATES > FEW_UPDATES ? LOOK_EVERY : FEW_UPDATES / 4;

  private static final short RED = (short) 0xF800;
  private static final short GREEN = 0x07E0;
  private static final short BLUE = 0x001F;
  private static final short WHITE = (short) 0xFFFF;

  static Stream<Arguments> panels() throws ProfileException {
    List<Arguments> panels = new ArrayList<>();
    for (String name : PanelProfile.names()) {
      if (PanelProfile.load(name) instanceof ControllerProfile profile) {
        assertTrue(Modules.names().contains(name), () -> name + " has no virtual module");
        for (Rotation rotation : profile.rotations()) {
          for (Transport transport : profile.transports()) {
            panels.add(Arguments.of(name, rotation, transport));
          }
        }
      }
    }
    return panels.stream();
  }

  @ParameterizedTest
  @MethodSource("panels")
  void fourCornersAreWhereAPersonSeesThem(String name, Rotation rotation, Transport transport)
      throws Exception {
    try (PanelRig rig = PanelRig.of(name, rotation, transport)) {
      int right = rig.frame.width() - 1;
      int bottom = rig.frame.height() - 1;
      rig.frame.setPixel(0, 0, WHITE);
      rig.show();
      assertOnlyLit(rig, 0, 0);
      rig.frame.fill((short) 0);
      rig.frame.setPixel(right, 0, WHITE);
      rig.show();
      assertOnlyLit(rig, right, 0);
      rig.frame.fill((short) 0);
      rig.frame.setPixel(0, bottom, WHITE);
      rig.show();
      assertOnlyLit(rig, 0, bottom);
      rig.frame.fill((short) 0);
      rig.frame.setPixel(right, bottom, WHITE);
      rig.show();
      assertOnlyLit(rig, right, bottom);
      if (rig.profile.format() != ColourFormat.MONO) {
        rig.frame.setPixel(0, 0, RED);
        rig.frame.setPixel(right, 0, GREEN);
        rig.frame.setPixel(0, bottom, BLUE);
        rig.show();
        assertEquals(0xFF0000, rig.seen().rgb(0, 0));
        assertEquals(0x00FF00, rig.seen().rgb(right, 0));
        assertEquals(0x0000FF, rig.seen().rgb(0, bottom));
      }
      rig.assertNoViolation();
    }
  }

  private static void assertOnlyLit(PanelRig rig, int x, int y) {
    Picture seen = rig.seen();
    assertTrue(seen.rgb(x, y) != 0, () -> "(%d, %d) is dark".formatted(x, y));
    assertEquals(1, Arrays.stream(seen.rgb()).filter(rgb -> rgb != 0).count(), "lit pixels");
  }

  @ParameterizedTest
  @MethodSource("panels")
  void decodedPictureEqualsTheFrameOverRandomUpdates(
      String name, Rotation rotation, Transport transport) throws Exception {
    try (PanelRig rig = PanelRig.of(name, rotation, transport)) {
      var scribble = new Scribble(name.hashCode() * 360L + rotation.degrees());
      var onTheGlass = new Frame(rig.frame.width(), rig.frame.height());
      boolean mono = rig.profile.format() == ColourFormat.MONO;
      for (int update = 1; update <= UPDATES; update++) {
        scribble.on(rig.frame);
        rig.show();
        if (!mono) {
          store(rig, onTheGlass);
          assertTrue(onTheGlass.samePicture(rig.frame), "a change was not sent: " + update);
        }
        if (mono || update % LOOK == 0) {
          rig.assertShown("update " + update);
        }
      }
      rig.assertShown("at the end");
      rig.assertNoViolation();
    }
  }

  /** Puts the cells that went out where their address says, and fails on a wrong one. */
  private static void store(PanelRig rig, Frame onTheGlass) {
    int columnOffset = rig.profile.mounting(rig.rotation).orientation().columnOffset();
    for (WireAudit.Run run : rig.wire.runs()) {
      int x = run.column() - columnOffset;
      int y = run.row() - rig.wire.rowOffset();
      ByteBuffer cells = run.cells();
      for (int i = 0; i < run.rows() * run.columns(); i++) {
        short pixel = pixel(rig.profile.format(), cells);
        onTheGlass.setPixel(x + i % run.columns(), y + i / run.columns(), pixel);
      }
    }
  }

  private static short pixel(ColourFormat format, ByteBuffer cells) {
    if (format == ColourFormat.RGB565) {
      return cells.getShort();
    }
    int red = cells.get() & 0xF8;
    int green = cells.get() & 0xFC;
    int blue = cells.get() & 0xF8;
    return (short) (red << 8 | green << 3 | blue >> 3);
  }

  @ParameterizedTest
  @MethodSource("panels")
  void lifeGoesThroughSleepWakeOffAndRenewalWithItsPicture(
      String name, Rotation rotation, Transport transport) throws Exception {
    try (PanelRig rig = PanelRig.of(name, rotation, transport)) {
      var scribble = new Scribble(7);
      scribble.on(rig.frame);
      assertFalse(rig.lcd.counters().displayOn());
      rig.show();
      rig.assertShown("after its first picture");

      rig.panel.sleep();
      assertDark(rig);
      scribble.on(rig.frame);
      rig.show();
      assertDark(rig);
      rig.panel.wake();
      rig.assertShown("after sleep");

      rig.panel.renew();
      rig.assertShown("after its renewal");

      rig.panel.off();
      assertDark(rig);
      assertFalse(rig.lcd.counters().powered());
      rig.panel.wake();
      scribble.on(rig.frame);
      rig.show();
      rig.assertShown("after having been off");
      assertEquals(PanelState.ON, rig.panel.state());
      rig.assertNoViolation();
    }
  }

  private static void assertDark(PanelRig rig) {
    assertFalse(rig.lcd.counters().displayOn());
    assertTrue(Arrays.stream(rig.lcd.picture().rgb()).allMatch(rgb -> rgb == 0), "not dark");
  }

  @ParameterizedTest
  @MethodSource("panels")
  void brightnessIsThatOfTheLightOrOfTheContrastRegister(
      String name, Rotation rotation, Transport transport) throws Exception {
    try (PanelRig rig = PanelRig.of(name, rotation, transport)) {
      rig.frame.fill(WHITE);
      rig.show();

      rig.panel.brightness(40);
      assertEquals(0.40, white(rig), 0.01);
      rig.panel.dim(10);
      assertEquals(0.10, white(rig), 0.01);
      rig.panel.wake();
      assertEquals(0.40, white(rig), 0.01);
      rig.assertNoViolation();
    }
  }

  private static double white(PanelRig rig) {
    return (rig.seen().rgb(0, 0) & 0xFF) / 255.0;
  }
}
