package io.panelwatch.display.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class TextWrapTest {

  private static final int FOUR_HANZI = 4 * 16;

  private static final Face FACE = new Faces().atMost(16, "");

  @Test
  void latinBreaksAtSpacesOnly() {
    int width = FACE.widthPx("check the");
    assertEquals(List.of("check the", "fan"), TextWrap.lines(FACE, "check the fan", width, 9));
  }

  @Test
  void chineseBreaksBetweenAnyTwoCharacters() {
    assertEquals(List.of("检查风扇", "插头"), wrapped("检查风扇插头"));
  }

  @Test
  void noLineBeginsWithClosingPunctuation() {
    assertEquals(List.of("检查风", "扇，再试"), wrapped("检查风扇，再试"));
    assertEquals(List.of("（一二", "三）完"), wrapped("（一二三）完"));
  }

  @Test
  void noLineEndsWithOpeningPunctuation() {
    assertEquals(List.of("检查风", "（一号）"), wrapped("检查风（一号）"));
  }

  @Test
  void chineseAndLatinBreakWhereTheyMeet() {
    assertEquals(List.of("检查一", "fan1"), TextWrap.lines(FACE, "检查一fan1", FOUR_HANZI, 9));
  }

  @Test
  void wordWiderThanTheLineIsCut() {
    List<String> lines = TextWrap.lines(FACE, "0123456789", FACE.widthPx("0000"), 9);
    assertEquals(List.of("0123", "4567", "89"), lines);
  }

  @Test
  void wordThatIsCutLeavesItsPunctuationWithIt() {
    int width = FACE.widthPx("0000");
    assertEquals(List.of("012", "3,"), TextWrap.lines(FACE, "0123,", width, 9));
  }

  @Test
  void ellipsisWithoutRoomForItIsLeftOut() {
    assertEquals("", TextWrap.oneLine(FACE, "国国", 3));
  }

  @Test
  void longTextIsShortenedInOneWalk() {
    assertEquals("检查风…", TextWrap.oneLine(FACE, "检查风" + "扇".repeat(500_000), FOUR_HANZI));
  }

  @Test
  void lineFeedBeginsALine() {
    assertEquals(List.of("一", "", "二"), wrapped("一\n\n二"));
  }

  @Test
  void textThatExactlyFitsIsLeftAlone() {
    assertEquals("检查风扇", TextWrap.oneLine(FACE, "检查风扇", FOUR_HANZI));
  }

  @Test
  void lastLineEndsInTheEllipsisOfItsScript() {
    assertEquals("检查风…", TextWrap.oneLine(FACE, "检查风扇插头", FOUR_HANZI));
    assertEquals(List.of("检查风扇", "插头后…"), TextWrap.lines(FACE, "检查风扇插头后再试一次", FOUR_HANZI, 2));
    assertEquals(
        "Replace th...", TextWrap.oneLine(FACE, "Replace the fan", FACE.widthPx("Replace th...")));
  }

  @Test
  void textHiddenBehindALineFeedIsTold() {
    assertEquals("one...", TextWrap.oneLine(FACE, "one\ntwo", 300));
  }

  @Property
  void linesFitTheirWidthAndLoseNothing(
      @ForAll @StringLength(max = 60) @Chars({'a', 'B', ' ', '7', '风', '扇', '，', '（', '）'})
          String text,
      @ForAll @IntRange(min = 40, max = 200) int width) {
    List<String> lines = TextWrap.lines(FACE, text, width, Integer.MAX_VALUE);
    assertEquals(text.replace(" ", ""), String.join("", lines).replace(" ", ""));
    assertTrue(lines.stream().allMatch(line -> FACE.widthPx(line) <= width), lines::toString);
  }

  @Property
  void punctuationStandsWhereItMay(
      @ForAll @StringLength(max = 60) @Chars({'风', '扇', 'a', ' ', '，', '。', '（', '）', '《'})
          String text) {
    List<String> lines = TextWrap.lines(FACE, text, 8 * 16, Integer.MAX_VALUE);
    for (int i = 1; i < lines.size(); i++) {
      String before = lines.get(i - 1);
      String line = lines.get(i);
      // A run of nothing but punctuation that fills a line has to break somewhere.
      boolean ordinary = (before + line).matches(".*[风扇a].*[风扇a].*") && breakable(before);
      assertTrue(!ordinary || !line.matches("[，。）].*"), () -> before + "|" + line);
      assertTrue(!ordinary || !before.matches(".*[（《]"), () -> before + "|" + line);
    }
  }

  /** Whether a line has a place to break other than its end. */
  private static boolean breakable(String line) {
    return line.matches(".*[风扇a，。）] *[风扇（《].*");
  }

  @Property
  void noMoreLinesThanAsked(
      @ForAll @StringLength(max = 60) @Chars({'a', ' ', '\n', '风', '，'}) String text,
      @ForAll @IntRange(min = 1, max = 4) int most) {
    List<String> lines = TextWrap.lines(FACE, text, FOUR_HANZI, most);
    assertTrue(lines.size() <= most);
    assertTrue(lines.stream().allMatch(line -> FACE.widthPx(line) <= FOUR_HANZI), lines::toString);
  }

  private static List<String> wrapped(String text) {
    return TextWrap.lines(FACE, text, FOUR_HANZI, 9);
  }
}
