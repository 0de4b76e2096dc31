package io.panelwatch.display.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.display.scene.Widget.Banner;
import io.panelwatch.display.scene.Widget.BigText;
import io.panelwatch.display.scene.Widget.Card;
import io.panelwatch.display.scene.Widget.Column;
import io.panelwatch.display.scene.Widget.Field;
import io.panelwatch.display.scene.Widget.Figure;
import io.panelwatch.display.scene.Widget.Grow;
import io.panelwatch.display.scene.Widget.Icon;
import io.panelwatch.display.scene.Widget.IfRoom;
import io.panelwatch.display.scene.Widget.Label;
import io.panelwatch.display.scene.Widget.Listing;
import io.panelwatch.display.scene.Widget.Row;
import io.panelwatch.display.scene.Widget.Split;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LayoutTest {

  @ParameterizedTest
  @EnumSource(Colours.class)
  void galleryKeepsTheRulesOnEverySizeFromTheSmallestOn(Colours colours) {
    for (int[] size : new int[][] {{128, 64}, {64, 128}, {128, 160}, {170, 320}, {800, 480}}) {
      for (boolean chinese : new boolean[] {false, true}) {
        for (Scene scene : Gallery.all(chinese)) {
          assertEquals(List.of(), LayoutRules.broken(scene, size[0], size[1], colours));
        }
      }
    }
  }

  @Test
  void textAboveAListingsWindowIsNotTakenForTheOneThatBeginsAlike() {
    Widget above = Label.body("a");
    Widget focus = Label.body("a aaaa").lines(2);
    Scene scene = new Scene(new Listing(List.of(above, focus), 1));
    assertEquals(List.of(), LayoutRules.broken(scene, 40, 48, Colours.MONO));
  }

  @Property(tries = 400)
  void anySceneKeepsTheRulesOnAnySize(
      @ForAll("scenes") Widget root,
      @ForAll @IntRange(min = 40, max = 500) int width,
      @ForAll @IntRange(min = 40, max = 400) int height,
      @ForAll Colours colours) {
    assertEquals(List.of(), LayoutRules.broken(new Scene(root), width, height, colours));
  }

  @Provide
  Arbitrary<Widget> scenes() {
    return widgets(3);
  }

  private static Arbitrary<Widget> widgets(int depth) {
    if (depth == 0) {
      return leaves();
    }
    Arbitrary<Widget> inner = widgets(depth - 1);
    Arbitrary<List<Widget>> some = inner.list().ofMinSize(1).ofMaxSize(4);
    return Arbitraries.oneOf(
        leaves(),
        some.map(children -> new Column(children, Gap.TIGHT)),
        some.map(children -> new Row(children, Gap.NORMAL)),
        some.map(rows -> new Listing(rows, rows.size() / 2)),
        inner.map(Card::new),
        inner.map(Grow::new),
        inner.map(IfRoom::new),
        Combinators.combine(inner, inner).as((main, side) -> new Split(main, side, 2, 1)));
  }

  private static Arbitrary<Widget> leaves() {
    Arbitrary<String> texts =
        Arbitraries.strings().withChars("aB7 风扇，（）\n°😀").ofMinLength(1).ofMaxLength(30);
    Arbitrary<String> tickets =
        Arbitraries.strings().withChars("A0248-风").ofMinLength(1).ofMaxLength(6);
    return Arbitraries.oneOf(
        Combinators.combine(
                texts,
                Arbitraries.of(TextSize.class),
                Arbitraries.of(Align.class),
                Arbitraries.integers().between(1, 4))
            .as((text, size, align, lines) -> new Label(text, size, Ink.TEXT, align, lines)),
        tickets.map(text -> new BigText(text, Ink.ACCENT, Align.CENTER)),
        Arbitraries.integers()
            .between(-999, 9999)
            .map(
                value ->
                    new Figure("" + value, "rpm", new Field("000", "%"), TextSize.BODY, Ink.TEXT)),
        Arbitraries.of(Symbol.class).map(symbol -> new Icon(symbol, TextSize.TITLE, Ink.GOOD)),
        Combinators.combine(Arbitraries.of(Tone.class), texts).as(Banner::new));
  }
}
