package io.panelwatch.display.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.golden.GoldenImages;
import io.panelwatch.display.text.Faces;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a wrong panel would show otherwise is there to be seen. */
final class TestCardsTest {

  private static final Faces FACES = new Faces();
  private static final short WHITE = (short) 0xFFFF;
  private static final short BLACK = 0;

  @ParameterizedTest
  @CsvSource({"320,240,RGB", "128,160,RGB", "128,64,MONO"})
  void cardLooksAsItDidWhenItWasFoundRight(int width, int height, Colours colours)
      throws Exception {
    for (TestPattern pattern : TestPattern.values()) {
      String name = pattern.name().toLowerCase(Locale.ROOT).replace('_', '-');
      GoldenImages.assertMatches(
          drawn(pattern, width, height, colours), "card-" + name + "-" + width + "x" + height);
    }
  }

  @ParameterizedTest
  @CsvSource({"320,240,RGB", "135,239,RGB", "128,64,MONO", "40,30,RGB", "1,1,MONO"})
  void outermostPixelsOfEachSideAreLitAndTheNextOnesAreNot(int width, int height, Colours colours) {
    Frame frame = drawn(TestPattern.EDGES, width, height, colours);
    for (int x = 0; x < width; x++) {
      assertEquals(WHITE, frame.pixel(x, 0));
      assertEquals(WHITE, frame.pixel(x, height - 1));
    }
    for (int y = 0; y < height; y++) {
      assertEquals(WHITE, frame.pixel(0, y));
      assertEquals(WHITE, frame.pixel(width - 1, y));
    }
    for (int x = 1; x < width - 1; x++) {
      assertEquals(BLACK, frame.pixel(x, 1));
      assertEquals(BLACK, frame.pixel(x, height - 2));
    }
  }

  @ParameterizedTest
  @CsvSource({"240,240,RGB", "64,64,MONO"})
  void edgesLookDifferentWhicheverWayTheyAreTurnedOrMirrored(int side, int same, Colours colours) {
    Frame frame = drawn(TestPattern.EDGES, side, same, colours);
    Set<List<Short>> pictures = new HashSet<>();
    for (int turn = 0; turn < 8; turn++) {
      int way = turn;
      pictures.add(
          IntStream.range(0, side * side)
              .mapToObj(i -> turned(frame, i % side, i / side, way))
              .toList());
    }
    assertEquals(8, pictures.size());
  }

  @Test
  void coloursStandFromTheLeftAsTheirLettersSay() {
    Frame frame = drawn(TestPattern.COLOURS, 320, 240, Colours.RGB);
    int[] expected = {0xF800, 0x07E0, 0x001F, 0xFFFF, 0x0000, 0x07FF, 0xF81F, 0xFFE0};
    for (int i = 0; i < expected.length; i++) {
      assertEquals((short) expected[i], frame.pixel(i * 40, 0), "bar " + i);
      assertEquals((short) expected[i], frame.pixel(i * 40 + 39, 239), "bar " + i);
    }
  }

  @Test
  void coloursOfAMonoPanelAreDarkAndLit() {
    Frame frame = drawn(TestPattern.COLOURS, 128, 64, Colours.MONO);
    assertEquals(BLACK, frame.pixel(63, 0));
    assertEquals(WHITE, frame.pixel(64, 0));
  }

  @Test
  void rampsHaveEveryLevelOfTheirChannelInOrder() {
    Frame frame = drawn(TestPattern.GRADIENTS, 128, 160, Colours.RGB);
    for (int x = 0; x < 128; x++) {
      int green = x / 2;
      int other = x / 4;
      assertEquals((short) (other << 11 | green << 5 | other), frame.pixel(x, 10));
      assertEquals((short) (other << 11), frame.pixel(x, 50));
      assertEquals((short) (green << 5), frame.pixel(x, 90));
      assertEquals((short) other, frame.pixel(x, 150));
    }
  }

  @Test
  void dotsOfAMonoPanelGrowFromNoneToAll() {
    Frame frame = drawn(TestPattern.GRADIENTS, 136, 64, Colours.MONO);
    for (int step = 0; step < 17; step++) {
      assertEquals(step * 8, lit(frame, step * 8, 16), "step " + step);
    }
  }

  @Test
  void neighboursOfAFineCheckerboardAlwaysDiffer() {
    Frame frame = drawn(TestPattern.FINE_LINES, 320, 240, Colours.RGB);
    for (int y = 0; y < 119; y++) {
      for (int x = 0; x < 159; x++) {
        assertNotEquals(frame.pixel(x, y), frame.pixel(x + 1, y));
        assertNotEquals(frame.pixel(x, y), frame.pixel(x, y + 1));
      }
    }
    assertNotEquals(frame.pixel(200, 5), frame.pixel(201, 5));
    assertEquals(frame.pixel(200, 5), frame.pixel(200, 6));
    assertNotEquals(frame.pixel(5, 200), frame.pixel(5, 201));
    assertEquals(frame.pixel(5, 200), frame.pixel(6, 200));
    assertEquals((short) 0xAAAA, frame.pixel(200, 200));
  }

  @Test
  void cardInsideASceneKeepsToItsArea() {
    Frame frame = new Frame(320, 240);
    Widget card = new Widget.TestCard(TestPattern.EDGES);
    new SceneRenderer(FACES)
        .render(new Scene(Widget.Column.of(Widget.Label.body("x"), new Widget.Grow(card))), frame);
    assertTrue(IntStream.range(0, 320).noneMatch(x -> frame.pixel(x, 0) == WHITE));
    assertEquals(WHITE, frame.pixel(160, 231));
  }

  private static int lit(Frame frame, int left, int rows) {
    return (int)
        IntStream.range(0, 8 * rows).filter(i -> frame.pixel(left + i % 8, i / 8) == WHITE).count();
  }

  private static short turned(Frame frame, int x, int y, int way) {
    int last = frame.width() - 1;
    int across = (way & 1) == 0 ? x : last - x;
    int down = (way & 2) == 0 ? y : last - y;
    return (way & 4) == 0 ? frame.pixel(across, down) : frame.pixel(down, across);
  }

  private static Frame drawn(TestPattern pattern, int width, int height, Colours colours) {
    Frame frame = new Frame(width, height);
    new SceneRenderer(FACES, colours).render(new Scene(new Widget.TestCard(pattern)), frame);
    return frame;
  }
}
