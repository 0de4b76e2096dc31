package io.panelwatch.display.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.Rect;
import io.panelwatch.display.scene.Widget.Bar;
import io.panelwatch.display.scene.Widget.Column;
import io.panelwatch.display.scene.Widget.Field;
import io.panelwatch.display.scene.Widget.Figure;
import io.panelwatch.display.scene.Widget.Grow;
import io.panelwatch.display.scene.Widget.Icon;
import io.panelwatch.display.scene.Widget.Label;
import io.panelwatch.display.scene.Widget.Listing;
import io.panelwatch.display.scene.Widget.Row;
import io.panelwatch.display.scene.Widget.Sparkline;
import io.panelwatch.display.text.Faces;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What each widget promises, seen in the pixels. */
final class WidgetsTest {

  private static final Faces FACES = new Faces();
  private static final int WIDTH = 200;
  private static final int HEIGHT = 200;

  /** The area of a scene's root: the frame but for its margin. */
  private static final Rect INSIDE = new Rect(8, 8, 184, 184);

  @Test
  void numberThatChangesTouchesNothingButItsOwnField() {
    int celsius = FACES.atMost(16, "0").widthPx(" °C");
    Frame first = drawn(temperature("99"));
    for (String value : new String[] {"98", "100", "-7", "7"}) {
      Rect changed = difference(first, drawn(temperature(value)));
      assertTrue(changed.right() <= INSIDE.right() - celsius, () -> value + " " + changed);
      assertTrue(changed.width() <= FACES.atMost(16, "0").widthPx("-000"), () -> "" + changed);
    }
  }

  @Test
  void numbersOfDifferentLengthEndAtTheSameColumn() {
    assertEquals(
        drawn(temperature("8")).pixel(INSIDE.right() - 30, 20),
        drawn(temperature("108")).pixel(INSIDE.right() - 30, 20));
    Rect units = difference(drawn(temperature("8")), drawn(temperature("18")));
    Rect tens = difference(drawn(temperature("18")), drawn(temperature("118")));
    assertTrue(tens.right() <= units.right(), () -> units + " " + tens);
  }

  @Test
  void numberWithoutRoomForAllOfItIsLeftOut() {
    Figure number = new Figure("123456789", "", new Field("", ""), TextSize.BODY, Ink.TEXT);
    Frame frame = new Frame(60, 60);
    new SceneRenderer(FACES).render(new Scene(number), frame);
    assertEquals(new Rect(0, 0, 0, 0), difference(frame, blank(60, 60)));
  }

  @Test
  void everySymbolIsAPictureOfItsOwnInEverySize() {
    for (TextSize size : TextSize.values()) {
      Set<List<Short>> pictures = new HashSet<>();
      pictures.add(pixels(blank(WIDTH, HEIGHT)));
      for (Symbol symbol : Symbol.values()) {
        assertTrue(pictures.add(pixels(drawn(new Icon(symbol, size, Ink.TEXT)))), "" + symbol);
      }
    }
    assertEquals(0, FACES.missingGlyphs());
  }

  @Test
  void listingThatFitsHasNoMarkerAndShowsAllRows() {
    assertEquals(List.of("row 0", "row 1", "row 2"), shown(listing(3, 1)));
    assertEquals(3 + 1, marks(listing(3, 1)).size());
  }

  @Test
  void chosenRowOfALongListingIsAlwaysSeenAndAsFewAsPossibleAreSkipped() {
    for (int focus = 0; focus < 30; focus++) {
      List<String> rows = shown(listing(30, focus));
      assertTrue(rows.contains("row " + focus), () -> "" + rows);
      assertTrue(rows.getFirst().equals("row 0") || rows.getLast().equals("row " + focus));
    }
  }

  @Test
  void markerMovesDownWithTheRowInFocus() {
    int before = -1;
    for (int focus : new int[] {0, 10, 20, 29}) {
      List<Mark> marks = marks(listing(30, focus));
      Rect thumb = marks.getLast().bounds();
      assertTrue(thumb.y() > before && INSIDE.contains(thumb.right() - 1, thumb.bottom() - 1));
      before = thumb.y();
    }
    assertEquals(INSIDE.bottom(), marks(listing(30, 29)).getLast().bounds().bottom());
  }

  @Test
  void listingRefusesAFocusThatIsNoRow() {
    assertThrows(IllegalArgumentException.class, () -> listing(3, 3));
    assertEquals(List.of(), shown(new Listing(List.of(), 0)));
  }

  @Test
  void sparklineRisesFromItsLeastToItsGreatestValue() {
    Frame frame = drawn(line(Optional.empty(), 10, 20));
    short ink = Palette.of(Colours.RGB).inkOn(Surface.PAGE, Ink.ACCENT);
    assertEquals(ink, frame.pixel(INSIDE.x(), INSIDE.bottom() - 1));
    assertEquals(ink, frame.pixel(INSIDE.right() - 1, INSIDE.y()));
  }

  @Test
  void sparklineHasAGapWhereAValueIsMissing() {
    Frame frame = drawn(line(Optional.of(new Range(0, 10)), 5, 5, Double.NaN, 5, 5));
    Frame page = blank(WIDTH, HEIGHT);
    int gap = INSIDE.x() + INSIDE.width() / 2;
    for (int x = INSIDE.x(); x < INSIDE.right(); x++) {
      boolean inGap = Math.abs(x - gap) < INSIDE.width() / 5;
      int column = x;
      boolean drawn =
          IntStream.range(0, HEIGHT).anyMatch(y -> frame.pixel(column, y) != page.pixel(column, y));
      assertTrue(drawn || Math.abs(x - gap) <= INSIDE.width() / 4, "column " + x);
      assertFalse(drawn && inGap, "column " + x);
    }
  }

  @Test
  void fixedScaleKeepsWhatIsBeyondItAtItsEdge() {
    Frame frame = drawn(line(Optional.of(new Range(0, 1)), -50, 50));
    Rect ink = difference(frame, blank(WIDTH, HEIGHT));
    assertEquals(INSIDE, ink);
    assertThrows(IllegalArgumentException.class, () -> new Range(3, 3));
  }

  @Test
  void emptyBarOnAMonoPanelIsAnOutline() {
    Frame frame = new Frame(128, 64);
    new SceneRenderer(FACES, Colours.MONO).render(new Scene(new Bar(0, Ink.GOOD)), frame);
    assertEquals((short) 0xFFFF, frame.pixel(60, 0));
    assertEquals(0, frame.pixel(60, 3));
  }

  @Test
  void clockThatTicksDamagesOnlyTheClock() {
    SceneRenderer renderer = new SceneRenderer(FACES);
    Frame frame = new Frame(320, 240);
    renderer.render(withClock("10:42"), frame);
    Damage damage = renderer.render(withClock("10:43"), frame);
    int clock = FACES.atMost(24, "0").widthPx("10:42") + 8;
    for (int y = 0; y < 240; y++) {
      assertTrue(damage.left(y) >= damage.right(y) || damage.left(y) >= 312 - clock, "row " + y);
      assertTrue(y < 40 || damage.left(y) >= damage.right(y), "row " + y);
    }
  }

  private static Scene withClock(String time) {
    return new Scene(
        Column.of(
            Row.of(new Grow(Label.title("Town hall")), Label.title(time)),
            new Grow(Gallery.readings(false, 40).root())));
  }

  private static Widget temperature(String value) {
    Figure number = new Figure(value, "°C", new Field("-000", "°C"), TextSize.BODY, Ink.TEXT);
    return Row.of(new Grow(Label.body("soc")), number);
  }

  private static Listing listing(int rows, int focus) {
    return new Listing(
        IntStream.range(0, rows).mapToObj(i -> (Widget) Label.body("row " + i)).toList(), focus);
  }

  private static Widget line(Optional<Range> range, double... values) {
    return new Sparkline(
        IntStream.range(0, values.length)
            .mapToObj(
                i ->
                    Double.isNaN(values[i]) ? OptionalDouble.empty() : OptionalDouble.of(values[i]))
            .toList(),
        range,
        Ink.ACCENT);
  }

  private static List<Mark> marks(Widget widget) {
    Rect frame = new Rect(0, 0, WIDTH, HEIGHT);
    return Layout.of(new Scene(widget), frame, FACES, new QrCodes(), Palette.of(Colours.RGB));
  }

  private static List<String> shown(Widget widget) {
    return marks(widget).stream()
        .filter(Mark.Line.class::isInstance)
        .map(mark -> ((Mark.Line) mark).text())
        .toList();
  }

  private static Frame drawn(Widget widget) {
    Frame frame = new Frame(WIDTH, HEIGHT);
    new SceneRenderer(FACES).render(new Scene(widget), frame);
    return frame;
  }

  private static Frame blank(int width, int height) {
    Frame frame = new Frame(width, height);
    frame.fill(Palette.of(Colours.RGB).surface(Surface.PAGE));
    return frame;
  }

  private static List<Short> pixels(Frame frame) {
    List<Short> pixels = new ArrayList<>();
    for (short pixel : frame.pixels()) {
      pixels.add(pixel);
    }
    return pixels;
  }

  /** The smallest rectangle around all pixels that differ. */
  private static Rect difference(Frame one, Frame other) {
    Rect box = new Rect(0, 0, 0, 0);
    for (int y = 0; y < one.height(); y++) {
      for (int x = 0; x < one.width(); x++) {
        if (one.pixel(x, y) != other.pixel(x, y)) {
          box = box.union(new Rect(x, y, 1, 1));
        }
      }
    }
    return box;
  }
}
