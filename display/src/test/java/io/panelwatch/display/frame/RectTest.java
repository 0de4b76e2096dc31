package io.panelwatch.display.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class RectTest {

  @Property(tries = 300, seed = "20260309")
  void theUnionHoldsBothAndIsTheSmallestThatDoes(
      @ForAll("rectangles") Rect one, @ForAll("rectangles") Rect other) {
    Rect both = one.union(other);
    assertEquals(both, other.union(one));
    assertEquals(one, both.intersect(one));
    assertEquals(other, both.intersect(other));
    assertTrue(both.x() == one.x() || both.x() == other.x());
    assertTrue(both.y() == one.y() || both.y() == other.y());
    assertTrue(both.right() == one.right() || both.right() == other.right());
    assertTrue(both.bottom() == one.bottom() || both.bottom() == other.bottom());
  }

  @Property(tries = 50, seed = "20260310")
  void anEmptyRectangleAddsNothing(@ForAll("rectangles") Rect rect) {
    assertEquals(rect, rect.union(new Rect(90, 90, 0, 4)));
    assertEquals(rect, new Rect(90, 90, 4, 0).union(rect));
  }

  @Provide
  Arbitrary<Rect> rectangles() {
    return Combinators.combine(
            Arbitraries.integers().between(-9, 9),
            Arbitraries.integers().between(-9, 9),
            Arbitraries.integers().between(1, 9),
            Arbitraries.integers().between(1, 9))
        .as(Rect::new);
  }
}
