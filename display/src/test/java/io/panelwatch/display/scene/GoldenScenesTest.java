package io.panelwatch.display.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.golden.GoldenImages;
import io.panelwatch.display.text.Faces;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every widget, in both languages, on every size class. */
final class GoldenScenesTest {

  private static final Faces FACES = new Faces();

  @ParameterizedTest
  @CsvSource({"128,160", "240,320", "320,240", "480,320", "800,480"})
  void galleryLooksAsItDidWhenItWasFoundRight(int width, int height) throws Exception {
    for (boolean chinese : new boolean[] {false, true}) {
      String suffix = "-" + width + "x" + height + (chinese ? "-zh" : "-en");
      GoldenImages.assertMatches(
          drawn(Gallery.queue(chinese, "A042"), width, height), "gallery-queue" + suffix);
      GoldenImages.assertMatches(
          drawn(Gallery.fault(chinese), width, height), "gallery-fault" + suffix);
    }
    assertEquals(0, FACES.missingGlyphs());
  }

  private static Frame drawn(Scene scene, int width, int height) {
    Frame frame = new Frame(width, height);
    new SceneRenderer(FACES).render(scene, frame);
    return frame;
  }
}
