package io.panelwatch.agent.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.CatalogueEntry;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.fault.Text;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.Rect;
import io.panelwatch.display.text.Face;
import io.panelwatch.display.text.Faces;
import io.panelwatch.display.text.TextWrap;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the catalogue says, on the smallest panel there is a profile for: an OLED of 128 x 64 pixels
 * without grey, which has four lines of text, one of them for code and component.
 */
final class SymptomFitsTest {

  private static final int WIDTH_PX = 128;
  private static final int LINE_PX = 16;
  private static final int LINES = 3;

  private final Faces faces = new Faces().crisp();

  static List<CatalogueEntry> entries() {
    return Catalogue.load().entries();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void symptomStandsWholeUnderItsCode(CatalogueEntry entry) {
    for (Language language : Language.values()) {
      String symptom = entry.symptom().in(language);
      List<String> lines = lines(symptom);
      assertTrue(lines.size() <= LINES, () -> "more than three lines: " + lines);
      lines.forEach(
          line -> assertTrue(face(line).widthPx(line) <= WIDTH_PX, () -> "too wide: " + line));
    }
  }

  /** A character that the font lacks is drawn as a box and counted. */
  @ParameterizedTest
  @MethodSource("entries")
  void everyCharacterOfSymptomAndAdviceIsInTheSmallestFont(CatalogueEntry entry) {
    for (Language language : Language.values()) {
      draw(entry.symptom().in(language));
      for (Text step : entry.advice()) {
        draw(step.in(language));
      }
    }
    assertEquals(0, faces.missingGlyphs());
  }

  private void draw(String text) {
    var frame = new Frame(WIDTH_PX, LINE_PX);
    for (String line : lines(text)) {
      face(text).draw(frame, new Rect(0, 0, WIDTH_PX, LINE_PX), 0, 0, line, (short) -1);
    }
  }

  private List<String> lines(String text) {
    Face face = face(text);
    assertTrue(face.lineHeightPx() <= LINE_PX);
    return TextWrap.lines(face, text, WIDTH_PX, Integer.MAX_VALUE);
  }

  private Face face(String text) {
    return faces.atMost(LINE_PX, text);
  }
}
