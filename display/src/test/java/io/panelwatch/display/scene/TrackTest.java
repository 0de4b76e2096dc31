package io.panelwatch.display.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class TrackTest {

  @Test
  void restIsSharedByWeightToTheLastPixel() {
    assertArrayEquals(
        new int[] {26, 20, 52}, Track.share(List.of(grow(1), fixed(20), grow(2)), 100, 1));
  }

  @Test
  void optionalItemThatDoesNotFitIsLeftOutWithItsGap() {
    List<Track.Item> items = List.of(fixed(50), optional(60), optional(30), grow(1));
    assertArrayEquals(new int[] {50, Track.OMITTED, 30, 0}, Track.share(items, 100, 10));
  }

  @Test
  void firstOnesAreServedWhenThereIsTooLittleForAll() {
    assertArrayEquals(
        new int[] {40, 15, 0}, Track.share(List.of(fixed(40), fixed(40), fixed(40)), 60, 5));
  }

  @Property
  void nothingEverReachesBeyondTheTrack(
      @ForAll("items") List<Track.Item> items,
      @ForAll @IntRange(max = 500) int available,
      @ForAll @IntRange(max = 20) int gap) {
    int[] lengths = Track.share(items, available, gap);
    int end = 0;
    for (int length : lengths) {
      if (length != Track.OMITTED) {
        assertTrue(length >= 0 && (length == 0 || end + length <= available), () -> "" + items);
        end += length + gap;
      }
    }
  }

  @Property
  void trackIsFilledWhereSomethingGrowsAndTheRestFits(
      @ForAll("items") List<Track.Item> items, @ForAll @IntRange(max = 20) int gap) {
    int[] lengths = Track.share(items, 5000, gap);
    int used = Arrays.stream(lengths).sum() + gap * (lengths.length - 1);
    assertTrue(items.stream().noneMatch(item -> item.weight() > 0) || used == 5000);
  }

  @Provide
  Arbitrary<List<Track.Item>> items() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 200),
            Arbitraries.integers().between(0, 3),
            Arbitraries.of(true, false))
        .as(Track.Item::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  private static Track.Item fixed(int natural) {
    return new Track.Item(natural, 0, false);
  }

  private static Track.Item optional(int natural) {
    return new Track.Item(natural, 0, true);
  }

  private static Track.Item grow(int weight) {
    return new Track.Item(0, weight, false);
  }
}
