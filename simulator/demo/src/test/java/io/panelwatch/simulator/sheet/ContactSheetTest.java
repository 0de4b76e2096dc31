package io.panelwatch.simulator.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.screen.Screens;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.golden.GoldenImages;
import io.panelwatch.display.scene.Colours;
import io.panelwatch.display.scene.LayoutRules;
import io.panelwatch.display.scene.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ContactSheetTest {

  private static final ContactSheet.Size MONO = new ContactSheet.Size(128, 64, Colours.MONO);

  /** Of the sample: link, faults, clock, test, six readings and five of the board. */
  private static final int STATUS_LINES = 15;

  /** Of the status page on 128 x 64, below its header. */
  private static final int MOST_LINES_ON_MONO = 4;

  private final ContactSheet sheet = new ContactSheet();

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyScreenLooksAsItDidWhenItWasFoundRight(Language language) throws IOException {
    String suffix = "-" + language.name().toLowerCase(Locale.ROOT);
    for (SampleStates.Sample sample : SampleStates.in(language)) {
      GoldenImages.assertMatches(
          sheet.draw(sample, new ContactSheet.Size(320, 240)), sample.name() + suffix);
      GoldenImages.assertMatches(sheet.draw(sample, MONO), sample.name() + "-128x64" + suffix);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyScreenInEverySizeHasAllItsGlyphs(Language language) {
    for (SampleStates.Sample sample : SampleStates.in(language)) {
      ContactSheet.SIZES.forEach(size -> sheet.draw(sample, size));
      assertEquals(0, sheet.missingGlyphs(), sample.name());
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyScreenInEverySizeIsReadable(Language language) {
    for (SampleStates.Sample sample : SampleStates.in(language)) {
      Scene scene = Screens.of(sample.state(), SampleStates.MOMENT);
      for (ContactSheet.Size size : ContactSheet.SIZES) {
        assertEquals(
            List.of(),
            LayoutRules.broken(scene, size.width(), size.height(), size.colours()),
            () -> sample.name() + " at " + size);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLineOfTheStatusPageIsSeenOnceRoundOnTheSmallestPanel(Language language) {
    var pictures = new HashSet<List<Short>>();
    int press = 0;
    while (pictures.add(status(language, press))) {
      press++;
    }
    assertEquals(status(language, 0), status(language, press), "it goes round");
    assertTrue(press + MOST_LINES_ON_MONO > STATUS_LINES, "only " + press + " pages");
  }

  private List<Short> status(Language language, int presses) {
    return pixels(sheet.draw(SampleStates.status(language, presses), MONO));
  }

  private static List<Short> pixels(Frame frame) {
    return IntStream.range(0, frame.pixels().length).mapToObj(i -> frame.pixels()[i]).toList();
  }

  @Test
  void sheetIsAFolderOfPicturesNamedByScreenSizeAndLanguage(@TempDir Path folder)
      throws IOException {
    int written = sheet.write(folder.resolve("new"));

    assertTrue(written >= 100, () -> "only " + written);
    Path picture = folder.resolve("new/queue-800x480-zh.png");
    assertTrue(Files.exists(picture));
    var image = ImageIO.read(picture.toFile());
    assertEquals(800, image.getWidth());
    assertEquals(480, image.getHeight());
  }
}
