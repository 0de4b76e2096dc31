package io.panelwatch.display.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.display.frame.Frame;
import java.nio.charset.Charset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FacesTest {

  private static final short WHITE = (short) 0xFFFF;

  private final Faces faces = new Faces();

  @Test
  void bodyAndTitleHoldAllOfGb2312AndLatin1() {
    StringBuilder text = new StringBuilder();
    IntStream.rangeClosed(0x20, 0x7E).forEach(text::appendCodePoint);
    IntStream.rangeClosed(0xA0, 0xFF).filter(c -> c != 0xAD).forEach(text::appendCodePoint);
    for (int row = 0xB0; row <= 0xF7; row++) {
      int last = row == 0xD7 ? 0xF9 : 0xFE;
      for (int cell = 0xA1; cell <= last; cell++) {
        text.append(new String(new byte[] {(byte) row, (byte) cell}, Charset.forName("GB2312")));
      }
    }
    assertEquals(6763 + 95 + 95, text.codePointCount(0, text.length()));
    assertEquals(24, faces.atMost(24, text.toString()).sizePx());
    assertTrue(faces.atMost(16, text.toString()).covers(text.toString()));
  }

  @Test
  void textThatABigFaceLacksFallsToTheNextOneThatHasAllOfIt() {
    assertEquals(48, faces.atMost(48, "请到 3 号窗口").sizePx());
    assertEquals(24, faces.atMost(48, "浦东新区").sizePx());
    assertEquals(48, faces.largestWithin("请到3号窗口", 800, 400).sizePx());
    assertEquals(152, faces.largestWithin("A042", 800, 400).sizePx());
  }

  @Test
  void largestFaceIsTheOneThatStillFitsBothWays() {
    assertEquals(72, faces.largestWithin("A042", 200, 400).sizePx());
    assertEquals(48, faces.largestWithin("A042", 800, 40).sizePx());
    assertEquals(16, faces.largestWithin("A042", 8, 8).sizePx());
  }

  @Test
  void digitsAreAllOfOneWidthInEverySize() {
    for (int size : new int[] {16, 24, 32, 48, 72, 104, 152}) {
      Face face = faces.atMost(size, "0");
      assertEquals(size, face.sizePx());
      assertEquals(1, "0123456789".chars().map(face::advancePx).distinct().count());
    }
  }

  @Test
  void crispFaceHasTheSameCharactersAndNoGreyPixel() {
    Face crisp = faces.crisp().atMost(16, "国");
    Frame frame = new Frame(160, 16);
    crisp.draw(frame, frame.bounds(), 0, 0, "国 fan1 75 °C ✓⚠…", WHITE);
    for (short pixel : frame.pixels()) {
      assertTrue(pixel == 0 || pixel == WHITE);
    }
    assertEquals(16, crisp.lineHeightPx());
    faces.crisp().atMost(16, "").draw(frame, frame.bounds(), 0, 0, "😀", WHITE);
    assertEquals(1, faces.missingGlyphs());
  }

  @Test
  void missingGlyphIsAVisibleBoxAndIsCounted() {
    Face face = faces.atMost(24, "a😀b");
    Frame frame = new Frame(80, 40);

    face.draw(frame, frame.bounds(), 0, 0, "😀", WHITE);

    assertEquals(24, face.sizePx());
    assertEquals(1, faces.missingGlyphs());
    assertEquals(WHITE, frame.pixel(3, (face.lineHeightPx() - 18) / 2));
    assertEquals(0, frame.pixel(12, face.lineHeightPx() / 2));
  }

  @Test
  void knownTextCountsNothingMissing() {
    Face face = faces.atMost(16, "");
    Frame frame = new Frame(80, 40);
    face.draw(frame, frame.bounds(), 0, 0, "温度 75 °C → 正常。", WHITE);
    assertEquals(0, faces.missingGlyphs());
  }

  @Test
  void drawingTouchesNothingOutsideItsClip() {
    Frame frame = new Frame(100, 60);
    var clip = new io.panelwatch.display.frame.Rect(20, 15, 30, 12);
    faces.atMost(24, "").draw(frame, clip, 5, 5, "国国国国😀", WHITE);

    boolean touched = false;
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        assertFalse(frame.pixel(x, y) != 0 && !clip.contains(x, y), "at " + x + ", " + y);
        touched |= frame.pixel(x, y) != 0;
      }
    }
    assertTrue(touched);
  }
}
