package io.panelwatch.display.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.display.frame.Rect;
import io.panelwatch.display.scene.Widget.Label;
import io.panelwatch.display.scene.Widget.Pages;
import io.panelwatch.display.text.Faces;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What is read page by page, seen in the lines that are drawn. */
final class PagesTest {

  private static final Faces FACES = new Faces();
  private static final Rect FRAME = new Rect(0, 0, 200, 200);

  @Test
  void rowsThatFitAreOnePageWithoutAMarker() {
    for (int turns : new int[] {-1, 0, 1}) {
      assertEquals(List.of("row 0", "row 1", "row 2"), shown(rows(3), turns, FRAME));
      assertEquals(3 + 1, marks(rows(3), turns, FRAME).size());
    }
  }

  @Test
  void eachTurnBeginsWithTheNextRow() {
    assertEquals("row 0", shown(rows(30), 0, FRAME).getFirst());
    assertEquals("row 12", shown(rows(30), 12, FRAME).getFirst());
  }

  @Test
  void lastPageIsTheFirstFromWhichTheRestFitsAndThenItBeginsAnew() {
    List<String> end = shown(rows(30), -1, FRAME);
    int first = 30 - end.size();
    assertTrue(end.size() > 1, "the area is full: " + end);
    assertEquals("row " + first, end.getFirst());
    assertEquals("row 29", end.getLast());

    assertEquals(end, shown(rows(30), first, FRAME));
    assertEquals("row 0", shown(rows(30), first + 1, FRAME).getFirst());
  }

  @Test
  void textHigherThanTheAreaIsReadOnInItsOwnLines() {
    List<Widget> rows = List.of(text("aa bb cc dd ee ff gg"), text("hh"));
    Rect frame = new Rect(0, 0, 30, 33);
    assertEquals(List.of("aa", "bb"), shown(rows, 0, frame));
    assertEquals(List.of("cc", "dd"), shown(rows, 1, frame));
    assertEquals(List.of("ee", "ff"), shown(rows, 2, frame));
    assertEquals(List.of("gg", "hh"), shown(rows, 3, frame));
    assertEquals(List.of("aa", "bb"), shown(rows, 4, frame));
  }

  @Test
  void markerIsAtTheTopOnTheFirstPageAndAtTheBottomOnTheLast() {
    assertEquals(8, marks(rows(30), 0, FRAME).getLast().bounds().y());
    assertEquals(192, marks(rows(30), -1, FRAME).getLast().bounds().bottom());
  }

  @Property(tries = 300)
  void everyLineIsSeenWholeOnSomePageAndInItsOrder(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 30) Integer> words,
      @ForAll @IntRange(min = 60, max = 300) int width,
      @ForAll @IntRange(min = 40, max = 200) int height) {
    List<String> texts = numbered(words);
    List<Widget> rows = texts.stream().map(PagesTest::text).toList();
    Rect frame = new Rect(0, 0, width, height);
    List<String> read = new ArrayList<>(shown(rows, 0, frame));
    for (int turn = 1; !shown(rows, turn, frame).equals(shown(rows, 0, frame)); turn++) {
      readOn(read, shown(rows, turn, frame));
    }
    assertEquals(bare(String.join("", texts)), bare(String.join("", read)));
  }

  /** Texts of so many words, of which no two are alike; some are Chinese. */
  private static List<String> numbered(List<Integer> words) {
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < words.size(); row++) {
      int number = 100 * row;
      String word = row % 2 == 0 ? "%d " : "第%d步，";
      texts.add(
          IntStream.range(number, number + words.get(row))
              .mapToObj(word::formatted)
              .collect(Collectors.joining()));
    }
    return texts;
  }

  /** Adds what a page shows that those before it have not shown. */
  private static void readOn(List<String> read, List<String> page) {
    int known = Math.min(read.size(), page.size());
    while (!read.subList(read.size() - known, read.size()).equals(page.subList(0, known))) {
      known--;
    }
    read.addAll(page.subList(known, page.size()));
  }

  private static String bare(String text) {
    return text.replace(" ", "");
  }

  private static List<Widget> rows(int count) {
    return IntStream.range(0, count).mapToObj(i -> (Widget) Label.body("row " + i)).toList();
  }

  private static Widget text(String text) {
    return Label.body(text).whole();
  }

  private static List<Mark> marks(List<Widget> rows, int turns, Rect frame) {
    Scene scene = new Scene(new Pages(rows, turns));
    return Layout.of(scene, frame, FACES.crisp(), new QrCodes(), Palette.of(Colours.MONO));
  }

  private static List<String> shown(List<Widget> rows, int turns, Rect frame) {
    Scene scene = new Scene(new Pages(rows, turns));
    return DrawnLines.of(scene, frame.width(), frame.height(), Colours.MONO);
  }
}
