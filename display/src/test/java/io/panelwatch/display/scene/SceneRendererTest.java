package io.panelwatch.display.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nayuki.qrcodegen.QrCode;
import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.scene.Widget.BigText;
import io.panelwatch.display.scene.Widget.Column;
import io.panelwatch.display.scene.Widget.Grow;
import io.panelwatch.display.scene.Widget.IfRoom;
import io.panelwatch.display.scene.Widget.Label;
import io.panelwatch.display.scene.Widget.Qr;
import io.panelwatch.display.scene.Widget.Spacer;
import io.panelwatch.display.text.Faces;
import org.junit.jupiter.api.Test;

final class SceneRendererTest {

  private static final short PAGE = Palette.of(Colours.RGB).surface(Surface.PAGE);
  private static final Faces FACES = new Faces();

  private final SceneRenderer renderer = new SceneRenderer(FACES);
  private final Frame frame = new Frame(320, 240);

  @Test
  void firstPictureDamagesEverything() {
    Damage damage = renderer.render(Gallery.queue(false, "A042"), frame);
    assertTrue(damaged(damage, 0, 0) && damaged(damage, 319, 239));
  }

  @Test
  void sameSceneAgainDamagesNothing() {
    renderer.render(Gallery.fault(false), frame);
    Damage damage = renderer.render(Gallery.fault(false), frame);
    assertEquals(0, damagedPixels(damage));
  }

  @Test
  void damageHoldsEveryPixelThatDiffersAndSparesTheRest() {
    renderer.render(Gallery.queue(false, "A042"), frame);
    Frame before = new Frame(320, 240);
    before.copyFrom(frame);

    Damage damage = renderer.render(Gallery.queue(false, "B777"), frame);

    for (int y = 0; y < 240; y++) {
      for (int x = 0; x < 320; x++) {
        boolean differs = before.pixel(x, y) != frame.pixel(x, y);
        assertTrue(!differs || damaged(damage, x, y), "undamaged change at " + x + ", " + y);
      }
    }
    assertTrue(damagedPixels(damage) > 0);
    assertTrue(damagedPixels(damage) < 320 * 240 / 3, () -> damagedPixels(damage) + " pixels");
  }

  @Test
  void drawingDoesNotDependOnWhatTheFrameHeld() {
    Frame dirty = new Frame(320, 240);
    dirty.fill((short) 0xF81F);
    renderer.render(Gallery.fault(true), dirty);
    new SceneRenderer(FACES).render(Gallery.fault(true), frame);
    assertTrue(frame.samePicture(dirty));
  }

  @Test
  void anotherSizeDamagesEverything() {
    renderer.render(Gallery.queue(false, "A042"), frame);
    Damage damage = renderer.render(Gallery.queue(false, "A042"), new Frame(240, 320));
    assertTrue(damaged(damage, 0, 0) && damaged(damage, 239, 319));
  }

  @Test
  void frameTooSmallForAnythingIsStillDrawn() {
    for (int side = 1; side < 60; side++) {
      Frame small = new Frame(side, side);
      new SceneRenderer(FACES).render(Gallery.queue(true, "A042"), small);
      new SceneRenderer(FACES).render(Gallery.fault(false), small);
      assertEquals(PAGE, small.pixel(0, 0));
    }
  }

  @Test
  void rightAlignedTextEndsAtTheMarginAndCentredTextIsInTheMiddle() {
    renderer.render(new Scene(Label.body("1111").align(Align.RIGHT)), frame);
    assertTrue(inkLeft(frame) > 270 && inkRight(frame) >= 308 && inkRight(frame) < 312);

    renderer.render(new Scene(Label.body("HHHH").align(Align.CENTER)), frame);
    assertEquals(319, inkLeft(frame) + inkRight(frame), 2);
  }

  @Test
  void rightAlignedDigitsDoNotJump() {
    renderer.render(new Scene(Label.body("10:11.0").align(Align.RIGHT)), frame);
    int ones = inkLeft(frame);
    renderer.render(new Scene(Label.body("10:48.0").align(Align.RIGHT)), frame);
    assertEquals(ones, inkLeft(frame));
  }

  @Test
  void optionalLineIsShownOnlyWhereItFitsWhole() {
    Scene scene =
        new Scene(Column.of(Label.body("x").lines(1), new IfRoom(Label.body("一\n二\n三").lines(3))));
    assertTrue(inkBottom(drawn(scene, 200, 120)) > 50);
    assertTrue(inkBottom(drawn(scene, 200, 80)) < 30);
  }

  @Test
  void bigTextGrowsWithItsFrame() {
    Scene scene = new Scene(Column.of(new Grow(new BigText("8", Ink.TEXT, Align.LEFT))));
    Frame small = drawn(scene, 128, 160);
    Frame large = drawn(scene, 800, 480);
    assertTrue(inkBottom(large) - inkTop(large) > 100);
    assertTrue(inkBottom(small) - inkTop(small) > 70);
  }

  @Test
  void growingRoomPushesTheLastLineToTheBottom() {
    renderer.render(new Scene(Column.of(new Spacer(), Label.body("HH"))), frame);
    assertTrue(inkTop(frame) > 205 && inkBottom(frame) < 232);
  }

  @Test
  void qrCodeHasItsQuietZoneAndTheLargestWholeScale() {
    String payload = "panelwatch demo-1 FAN-201";
    renderer.render(new Scene(new Qr(payload)), frame);

    QrCode code = QrCode.encodeText(payload, QrCode.Ecc.LOW);
    int scale = (240 - 2 * 8) / (code.size + 8);
    int side = (code.size + 8) * scale;
    int left = (320 - side) / 2;
    int top = (240 - side) / 2;
    assertTrue(scale > 1);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean dark = code.getModule(Math.floorDiv(x, scale) - 4, Math.floorDiv(y, scale) - 4);
        assertEquals(dark ? 0 : (short) 0xFFFF, frame.pixel(left + x, top + y));
      }
    }
    assertEquals(PAGE, frame.pixel(left - 1, top));
  }

  @Test
  void payloadTooLongForAQrCodeLeavesThePageStanding() {
    renderer.render(
        new Scene(Column.of(Label.body("HH"), new Grow(new Qr("x".repeat(3000))))), frame);
    assertTrue(inkBottom(frame) > 0 && inkBottom(frame) < 40);
  }

  @Test
  void emptyTextTakesNoRoomAndDrawsNothing() {
    renderer.render(
        new Scene(Column.of(Label.body(""), new Grow(new BigText("", Ink.TEXT, Align.LEFT)))),
        frame);
    assertFalse(inkRight(frame) >= 0);
  }

  @Test
  void monoFrameHoldsOnlyBlackAndWhiteAndShowsAFaultInInverseVideo() {
    Frame small = new Frame(128, 64);
    for (boolean chinese : new boolean[] {false, true}) {
      new SceneRenderer(FACES, Colours.MONO).render(Gallery.queue(chinese, "A042"), small);
      for (short pixel : small.pixels()) {
        assertTrue(pixel == 0 || pixel == (short) 0xFFFF, () -> Integer.toHexString(pixel));
      }
    }
    Scene fault = new Scene(new Widget.Card(Label.body("H"), Surface.FAULT));
    new SceneRenderer(FACES, Colours.MONO).render(fault, small);
    assertEquals((short) 0xFFFF, small.pixel(100, 40));
  }

  private static Frame drawn(Scene scene, int width, int height) {
    Frame frame = new Frame(width, height);
    new SceneRenderer(FACES).render(scene, frame);
    return frame;
  }

  private static boolean damaged(Damage damage, int x, int y) {
    return x >= damage.left(y) && x < damage.right(y);
  }

  private static int damagedPixels(Damage damage) {
    int sum = 0;
    for (int y = 0; y < damage.height(); y++) {
      sum += Math.max(0, damage.right(y) - damage.left(y));
    }
    return sum;
  }

  private static int inkLeft(Frame frame) {
    return ink(frame)[0];
  }

  private static int inkTop(Frame frame) {
    return ink(frame)[1];
  }

  private static int inkRight(Frame frame) {
    return ink(frame)[2];
  }

  private static int inkBottom(Frame frame) {
    return ink(frame)[3];
  }

  /** First and last column and row with anything on them: left, top, right, bottom. */
  private static int[] ink(Frame frame) {
    int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, -1, -1};
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        if (frame.pixel(x, y) != PAGE) {
          box[0] = Math.min(box[0], x);
          box[1] = Math.min(box[1], y);
          box[2] = Math.max(box[2], x);
          box[3] = Math.max(box[3], y);
        }
      }
    }
    return box;
  }
}
