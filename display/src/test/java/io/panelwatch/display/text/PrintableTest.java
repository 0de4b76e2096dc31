package io.panelwatch.display.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.display.frame.Frame;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

final class PrintableTest {

  private static final Face FACE = new Faces().atMost(16, "");

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
  void letterFindsItsMarkAcrossWhatVanishes() {
    assertEquals("é", Printable.of("e\u200B\u0301"));
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
    Frame frame = new Frame(60, 40);
    for (String line : TextWrap.lines(FACE, Printable.of(text), 60, 5)) {
      assertTrue(FACE.widthPx(line) <= 60);
      FACE.draw(frame, frame.bounds(), 0, 0, line, (short) -1);
    }
  }

  @Property
  void printableTextStaysAsItIs(
      @ForAll
          @Chars({
            'e', 'A', ' ', '\n', '\r', '\t', '\u0301', '\u030A', '\u200B', '\uFE0F', '\uD83D'
          })
          String text) {
    String printable = Printable.of(text);
    assertEquals(printable, Printable.of(printable));
  }
}
