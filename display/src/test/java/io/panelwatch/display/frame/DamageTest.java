package io.panelwatch.display.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class DamageTest {

  private static final int WIDTH = 7;
  private static final int HEIGHT = 5;

  @Property(tries = 500, seed = "20260308")
  void movedDamageIsThatOfTheMovedAreaInsideThePicture(
      @ForAll @IntRange(min = -8, max = 8) int dx,
      @ForAll @IntRange(min = -8, max = 8) int dy,
      @ForAll @IntRange(max = 6) int x,
      @ForAll @IntRange(max = 4) int y) {
    Damage other = new Damage(WIDTH, HEIGHT);
    other.add(new Rect(x, y, 3, 2));
    Damage moved = new Damage(WIDTH, HEIGHT);
    moved.addMoved(other, dx, dy);

    Rect inside = new Rect(x, y, 3, 2).intersect(new Rect(0, 0, WIDTH, HEIGHT));
    assertCovers(
        new Rect(inside.x() + dx, inside.y() + dy, inside.width(), inside.height()), moved);
  }

  @Test
  void damageOfAFrameThatWasNeverShownIsAdded() {
    Damage first = new Damage(WIDTH, HEIGHT);
    first.add(new Rect(1, 1, 2, 1));
    Damage second = new Damage(WIDTH, HEIGHT);
    second.add(new Rect(2, 1, 3, 2));

    first.add(second);

    assertEquals(1, first.left(1));
    assertEquals(5, first.right(1));
    assertEquals(2, first.left(2));
    assertEquals(5, first.right(2));
    assertUntouched(first, 0);
    assertUntouched(first, 3);
  }

  @Test
  void nothingIsDamagedAtFirstAndAfterItWasForgotten() {
    Damage damage = new Damage(WIDTH, HEIGHT);
    assertUntouched(damage, 0);
    damage.addWhole();
    assertEquals(0, damage.left(4));
    assertEquals(WIDTH, damage.right(4));
    damage.clear();
    assertUntouched(damage, 4);
    damage.add(new Rect(3, 2, 0, 2));
    assertUntouched(damage, 2);
  }

  @Test
  void damageOfAnotherSizeIsRefused() {
    Damage damage = new Damage(WIDTH, HEIGHT);
    Damage wider = new Damage(WIDTH + 1, HEIGHT);
    Damage higher = new Damage(WIDTH, HEIGHT + 1);
    assertThrows(IllegalArgumentException.class, () -> damage.add(wider));
    assertThrows(IllegalArgumentException.class, () -> damage.add(higher));
    assertThrows(IllegalArgumentException.class, () -> damage.addMoved(wider, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> damage.addMoved(higher, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Damage(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Damage(1, 0));
    assertEquals(1, new Damage(1, 1).width());
  }

  private static void assertUntouched(Damage damage, int row) {
    assertEquals(WIDTH, damage.left(row), "left of row " + row);
    assertEquals(0, damage.right(row), "right of row " + row);
  }

  private static void assertCovers(Rect area, Damage damage) {
    for (int row = 0; row < HEIGHT; row++) {
      if (damage.right(row) > 0) {
        assertTrue(damage.left(row) < damage.right(row), "row " + row);
      }
      for (int column = 0; column < WIDTH; column++) {
        boolean damaged = damage.left(row) <= column && column < damage.right(row);
        assertEquals(area.contains(column, row), damaged, "(" + column + ", " + row + ")");
      }
    }
  }
}
