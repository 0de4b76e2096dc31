package io.panelwatch.display.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.scene.Widget.Column;
import io.panelwatch.display.scene.Widget.Grow;
import io.panelwatch.display.scene.Widget.Label;
import io.panelwatch.display.text.Faces;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What did not change is not drawn again, and nobody can tell by the picture. */
final class PartialRepaintTest {

  private static final Faces FACES = new Faces();
  private static final short MAGENTA = Frame.rgb565(255, 0, 255);

  @ParameterizedTest
  @CsvSource({"128,64,MONO", "128,160,RGB", "320,240,RGB", "240,320,RGB", "480,320,RGB"})
  void sceneAfterSceneLooksAsIfEachWereTheFirst(int width, int height, Colours colours) {
    var random = new Random(20_260_322);
    List<Scene> scenes = scenes();
    var renderer = new SceneRenderer(FACES, colours);
    Frame frame = new Frame(width, height);
    for (int i = 0; i < 60; i++) {
      int next = random.nextInt(scenes.size());
      renderer.render(scenes.get(next), frame);

      Frame whole = new Frame(width, height);
      new SceneRenderer(FACES, colours).render(scenes.get(next), whole);
      assertTrue(whole.samePicture(frame), "scene " + next + " as step " + i);
    }
  }

  @ParameterizedTest
  @EnumSource(Colours.class)
  void barThatFallsFromFullIsDamagedAndDrawn(Colours colours) {
    var renderer = new SceneRenderer(FACES, colours);
    Frame frame = new Frame(128, 64);
    for (double fraction : new double[] {1, 0.5, 0.1, 1, 0}) {
      Frame before = new Frame(128, 64);
      before.copyFrom(frame);
      Scene scene = new Scene(new Widget.Bar(fraction, Ink.ACCENT));
      Damage damage = renderer.render(scene, frame);

      Frame whole = new Frame(128, 64);
      new SceneRenderer(FACES, colours).render(scene, whole);
      assertTrue(whole.samePicture(frame), "drawn at " + fraction);
      for (int i = 0; i < 128 * 64; i++) {
        int x = i % 128;
        int y = i / 128;
        boolean damaged = x >= damage.left(y) && x < damage.right(y);
        assertTrue(damaged || before.pixel(x, y) == frame.pixel(x, y), "damaged at " + fraction);
      }
    }
  }

  @Test
  void tickOfAClockLeavesTheRestOfThePictureAlone() {
    var renderer = new SceneRenderer(FACES);
    Frame frame = new Frame(320, 240);
    renderer.render(below("10:42:01"), frame);
    frame.setPixel(160, 200, MAGENTA);

    renderer.render(below("10:42:02"), frame);

    assertEquals(MAGENTA, frame.pixel(160, 200));
  }

  @Test
  void frameThatWasNotDrawnLastIsDrawnWhole() {
    var renderer = new SceneRenderer(FACES);
    Frame one = new Frame(320, 240);
    Frame other = new Frame(320, 240);
    renderer.render(below("10:42:01"), one);
    renderer.render(below("10:42:02"), other);
    renderer.render(below("10:42:03"), one);

    renderer.render(below("10:42:03"), other);

    assertTrue(one.samePicture(other));
  }

  /** All kinds of widgets, and for each one that differs in little. */
  private static List<Scene> scenes() {
    List<Scene> scenes = new ArrayList<>(Gallery.all(false));
    scenes.addAll(Gallery.all(true));
    scenes.add(Gallery.queue(false, "B777"));
    scenes.add(Gallery.readings(false, 91));
    scenes.add(Gallery.faults(false, 0));
    scenes.add(below("10:42:01"));
    scenes.add(below("10:42:02"));
    for (TestPattern pattern : TestPattern.values()) {
      scenes.add(new Scene(new Widget.TestCard(pattern)));
      scenes.add(
          new Scene(Column.of(Label.body(pattern.name()), new Grow(new Widget.TestCard(pattern)))));
    }
    return scenes;
  }

  private static Scene below(String clock) {
    return new Scene(Column.of(Label.body(clock), new Grow(Gallery.fault(false).root())));
  }
}
