package io.panelwatch.agent.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.CatalogueEntry;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.fault.Text;
import io.panelwatch.agent.state.Page;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.Rect;
import io.panelwatch.display.profile.ColourFormat;
import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.display.profile.KernelProfile;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.display.profile.ProfileException;
import io.panelwatch.display.scene.Colours;
import io.panelwatch.display.scene.DrawnLines;
import io.panelwatch.display.text.Face;
import io.panelwatch.display.text.Faces;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the catalogue says, on the page that the technician reads, on every panel and way round. */
final class FaultPageFitsTest {

  /** Narrower ones, a panel of 128 x 64 on its side, show a symptom on more than one page. */
  private static final int SYMPTOM_ON_ONE_PAGE_PX = 128;

  private static final List<Picture> PICTURES = pictures();

  /** What a panel shows when it is mounted one way. */
  private record Picture(int width, int height, Colours colours) {}

  private final States states = new States();

  static List<CatalogueEntry> entries() {
    return Catalogue.load().entries();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void symptomIsWholeOnTheFirstPage(CatalogueEntry entry) {
    for (Language language : Language.values()) {
      show(entry, language);
      for (Picture picture : PICTURES) {
        String page = bare(String.join("", lines(0, picture)));
        if (picture.width() >= SYMPTOM_ON_ONE_PAGE_PX) {
          assertTrue(
              page.contains(bare(entry.symptom().in(language))), () -> picture + ": " + page);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("entries")
  void everyLineOfStepsAndPartCanBeScrolledTo(CatalogueEntry entry) {
    for (Language language : Language.values()) {
      show(entry, language);
      String expected = bare(wholeText(entry, language));
      for (Picture picture : PICTURES) {
        String read = bare(String.join("", read(picture)));
        assertTrue(read.contains(expected), () -> picture + " shows only " + read);
      }
    }
  }

  /** A character that a font lacks is drawn as a box and counted. */
  @ParameterizedTest
  @MethodSource("entries")
  void everyCharacterIsInEachFontOfRunningText(CatalogueEntry entry) {
    Faces faces = new Faces();
    for (Language language : Language.values()) {
      String text = wholeText(entry, language);
      for (Face face :
          List.of(faces.crisp().atMost(16, text), faces.atMost(16, text), faces.atMost(24, text))) {
        face.draw(new Frame(1, 1), new Rect(0, 0, 1, 1), 0, 0, text, (short) -1);
      }
    }
    assertEquals(0, faces.missingGlyphs());
  }

  private void show(CatalogueEntry entry, Language language) {
    states.language = language;
    states.active = List.of(States.fault(entry));
  }

  private static String wholeText(CatalogueEntry entry, Language language) {
    StringBuilder text = new StringBuilder(entry.symptom().in(language));
    List<Text> steps = entry.advice();
    for (int i = 0; i < steps.size(); i++) {
      text.append(i + 1).append(". ").append(steps.get(i).in(language));
    }
    if (!entry.part().isEmpty()) {
      text.append(Words.in(language).of("fault.part", entry.part().in(language)));
    }
    return text.toString();
  }

  /**
   * All that the pages tell together, each line once. Who scrolls has the whole width for the text,
   * so it is read from the turn that goes round to the top again.
   */
  private List<String> read(Picture picture) {
    List<List<String>> pages = new ArrayList<>();
    List<String> page = lines(1, picture);
    while (pages.isEmpty() || !page.equals(pages.getFirst())) {
      pages.add(page);
      assertFalse(pages.size() > 100, () -> "has no end on " + picture);
      page = lines(pages.size() + 1, picture);
    }
    // The first page that was taken is the second one: the last one taken begins at the top.
    pages.addFirst(pages.removeLast());
    return joined(withoutFrame(pages));
  }

  /** The pages without what is the same on all: the line above the rule and the ticket's. */
  private static List<List<String>> withoutFrame(List<List<String>> pages) {
    if (pages.size() == 1) {
      return pages;
    }
    List<List<String>> bodies = pages.stream().<List<String>>map(ArrayList::new).toList();
    while (bodies.stream().map(List::getFirst).distinct().count() == 1) {
      bodies.forEach(List::removeFirst);
    }
    while (bodies.stream().map(List::getLast).distinct().count() == 1) {
      bodies.forEach(List::removeLast);
    }
    return bodies;
  }

  private static List<String> joined(List<List<String>> pages) {
    List<String> read = new ArrayList<>();
    for (List<String> page : pages) {
      int known = Math.min(read.size(), page.size());
      while (!read.subList(read.size() - known, read.size()).equals(page.subList(0, known))) {
        known--;
      }
      read.addAll(page.subList(known, page.size()));
    }
    return read;
  }

  private List<String> lines(int turns, Picture picture) {
    states.page = new Page.FaultDetail(states.active.getFirst().faultId(), turns);
    return DrawnLines.of(
        Screens.of(states.build(), States.NOW),
        picture.width(),
        picture.height(),
        picture.colours());
  }

  private static String bare(String text) {
    return text.replace(" ", "");
  }

  /** Of the built-in profiles; a kernel's panel may have any size, so a large one stands for it. */
  private static List<Picture> pictures() {
    return PanelProfile.names().stream().flatMap(FaultPageFitsTest::pictures).distinct().toList();
  }

  private static Stream<Picture> pictures(String name) {
    try {
      return switch (PanelProfile.load(name)) {
        case ControllerProfile panel ->
            panel.rotations().stream()
                .map(
                    turned ->
                        new Picture(
                            panel.width(turned),
                            panel.height(turned),
                            panel.format() == ColourFormat.MONO ? Colours.MONO : Colours.RGB));
        case KernelProfile ignored ->
            Stream.of(new Picture(800, 480, Colours.RGB), new Picture(480, 800, Colours.RGB));
      };
    } catch (ProfileException e) {
      throw new IllegalStateException(e);
    }
  }
}
