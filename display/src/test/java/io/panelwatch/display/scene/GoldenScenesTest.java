package io.panelwatch.display.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.golden.GoldenImages;
import io.panelwatch.display.text.Faces;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every widget, in both languages, on every size class. */
final class GoldenScenesTest {

  private static final Faces FACES = new Faces();

  /** Of the scenes of the gallery, in their order. */
  private static final List<String> NAMES = List.of("queue", "fault", "readings", "faults");

  @ParameterizedTest
  @CsvSource({
    "128,64,MONO",
    "128,160,RGB",
    "170,320,RGB",
    "240,240,RGB",
    "240,320,RGB",
    "320,240,RGB",
    "480,320,RGB",
    "800,480,RGB"
  })
  void galleryLooksAsItDidWhenItWasFoundRight(int width, int height, Colours colours)
      throws Exception {
    for (boolean chinese : new boolean[] {false, true}) {
      String suffix = "-" + width + "x" + height + (chinese ? "-zh" : "-en");
      for (int i = 0; i < NAMES.size(); i++) {
        Frame frame = new Frame(width, height);
        new SceneRenderer(FACES, colours).render(Gallery.all(chinese).get(i), frame);
        GoldenImages.assertMatches(frame, "gallery-" + NAMES.get(i) + suffix);
      }
    }
    assertEquals(0, FACES.missingGlyphs());
  }
}
