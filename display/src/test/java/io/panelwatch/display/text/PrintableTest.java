package io.panelwatch.display.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.display.frame.Frame;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class PrintableTest {

  @Test
  void ordinaryTextIsTheSameObject() {
    String text = "Fan 1：75 °C，\nÜberprüfen";
    assertSame(text, Printable.of(text));
  }

  @Test
  void lettersWithCombiningMarksBecomeOneCharacter() {
    assertEquals("é ü Å", Printable.of("e\u0301 u\u0308 A\u030A"));
  }

  @Test
  void bidirectionalAndZeroWidthControlsVanish() {
    assertEquals("abcd", Printable.of("a\u202Eb\u200Bc\uFEFF\u2066d\u2069"));
  }

  @Test
  void controlCodesVanishAndLineEndsAreLineFeeds() {
    assertEquals("a b\nc\nd\ne", Printable.of("a\tb\r\nc\rd\u2028e\u0000\u001B"));
  }

  @Test
  void emojiStaysOneCharacterAndIsOneBox() {
    Faces faces = new Faces();
    Face face = faces.atMost(16, "");
    String text = Printable.of("❤\uFE0F😀");
    face.draw(new Frame(80, 30), new Frame(80, 30).bounds(), 0, 0, text, (short) -1);
    assertEquals("❤😀", text);
    assertEquals(2, faces.missingGlyphs());
    assertEquals(2 * face.sizePx(), face.widthPx(text));
  }

  @Property
  void anyTextAtAllCanBeMeasuredWrappedAndDrawn(@ForAll String text) {
    Face face = new Faces().atMost(16, "");
    Frame frame = new Frame(60, 40);
    String printable = Printable.of(text);
    assertEquals(printable, Printable.of(printable));
    for (String line : TextWrap.lines(face, printable, 60, 5)) {
      assertTrue(face.widthPx(line) <= 60);
      face.draw(frame, frame.bounds(), 0, 0, line, (short) -1);
    }
  }
}
