package io.panelwatch.display.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The silhouette against what a look at every cell finds. */
final class SilhouetteTest {

  private static final int WIDTH = 150;
  private static final int HEIGHT = 24;
  private static final double ROUNDING = 1e-9;

  @Property(tries = 300, seed = "20260304")
  void itsBoundsAreThoseOfTheChangedCells(@ForAll long seed) {
    Changes changes = new Changes(seed);
    Box all = changes.scanned;
    assertEquals(changes.count(all), changes.silhouette.count());

    for (int row = all.top + 1; row < all.bottom; row++) {
      changes.silhouette.boundRows(all.top, row);
      assertEquals(changes.bound(all.above(row)), changes.bounds());
      changes.silhouette.boundRows(row, all.bottom);
      assertEquals(changes.bound(all.below(row)), changes.bounds());
    }
    for (int column = all.left + 1; column < all.right; column++) {
      changes.silhouette.boundColumns(all.left, column);
      assertEquals(changes.bound(all.leftOf(column)), changes.bounds());
      changes.silhouette.boundColumns(column, all.right);
      assertEquals(changes.bound(all.rightOf(column)), changes.bounds());
    }
  }

  @Property(tries = 300, seed = "20260305")
  void noCutSavesMoreThanTheOneFound(@ForAll long seed) {
    Changes changes = new Changes(seed);
    Box all = changes.scanned;
    IntUnaryOperator byRow =
        row -> all.area() - changes.area(all.above(row)) - changes.area(all.below(row));
    IntUnaryOperator byColumn =
        column -> all.area() - changes.area(all.leftOf(column)) - changes.area(all.rightOf(column));
    changes.silhouette.findCuts();
    if (all.bottom - all.top > 1) {
      int most = IntStream.range(all.top + 1, all.bottom).map(byRow).max().orElseThrow();
      assertEquals(most, changes.silhouette.savedByRowCut());
      assertEquals(most, byRow.applyAsInt(changes.silhouette.rowCut()));
    }
    if (all.right - all.left > 1) {
      int most = IntStream.range(all.left + 1, all.right).map(byColumn).max().orElseThrow();
      assertEquals(most, changes.silhouette.savedByColumnCut());
      assertEquals(most, byColumn.applyAsInt(changes.silhouette.columnCut()));
    }
  }

  @Property(tries = 300, seed = "20260306")
  void aCutByDensityIsTheBestOneOrNone(
      @ForAll long seed, @ForAll @IntRange(max = 600) int windowInPlaces) {
    Changes changes = new Changes(seed);
    Box all = changes.scanned;
    double uncut = changes.density(all);
    double clearly = uncut + Math.min(uncut / 5, windowInPlaces / 4.0);
    double best =
        IntStream.range(all.top + 1, all.bottom)
            .mapToDouble(row -> changes.density(all.above(row)) + changes.density(all.below(row)))
            .max()
            .orElse(0);

    int cut = changes.silhouette.densityCut(windowInPlaces);
    if (cut < 0) {
      assertTrue(best <= clearly + ROUNDING, best + " is clearly more than " + uncut);
    } else {
      assertTrue(best > clearly - ROUNDING, best + " is not clearly more than " + uncut);
      assertEquals(
          best, changes.density(all.above(cut)) + changes.density(all.below(cut)), ROUNDING);
    }
  }

  @Property(tries = 300, seed = "20260307")
  void aGapEndsAtTheFirstChangeAfterIt(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int atLeast) {
    Changes changes = new Changes(seed);
    Box all = changes.scanned;
    IntPredicate rowIsChanged = y -> changes.count(new Box(all.left, y, all.right, y + 1)) > 0;
    IntPredicate columnIsChanged = x -> changes.count(new Box(x, all.top, x + 1, all.bottom)) > 0;
    for (int from = all.top; from < all.bottom; from++) {
      assertEquals(
          afterGap(rowIsChanged, from, all.bottom, atLeast),
          changes.silhouette.rowAfterGap(from, atLeast));
    }
    for (int from = all.left; from < all.right; from++) {
      assertEquals(
          afterGap(columnIsChanged, from, all.right, atLeast),
          changes.silhouette.columnAfterGap(from, atLeast));
    }
  }

  private static int afterGap(IntPredicate changed, int from, int end, int atLeast) {
    return IntStream.range(from + atLeast, end)
        .filter(changed)
        .filter(i -> IntStream.range(i - atLeast, i).noneMatch(changed))
        .findFirst()
        .orElse(end);
  }

  /** A window: its first column and row, and those after its last. */
  private record Box(int left, int top, int right, int bottom) {

    static final Box NOTHING = new Box(WIDTH, HEIGHT, 0, 0);

    Box above(int row) {
      return new Box(left, top, right, row);
    }

    Box below(int row) {
      return new Box(left, row, right, bottom);
    }

    Box leftOf(int column) {
      return new Box(left, top, column, bottom);
    }

    Box rightOf(int column) {
      return new Box(column, top, right, bottom);
    }

    int area() {
      return Math.max(0, right - left) * Math.max(0, bottom - top);
    }
  }

  /** Some blocks, and the smallest window around all of them or around those of a part. */
  private static final class Changes {

    final Silhouette silhouette = new Silhouette(WIDTH, HEIGHT);
    final Box scanned;
    private final boolean[][] changed = new boolean[HEIGHT][WIDTH];

    Changes(long seed) {
      Random random = new Random(seed);
      ChangeMap map = new ChangeMap(WIDTH, HEIGHT);
      int size = 1 + random.nextInt(12);
      for (int block = random.nextInt(6); block >= 0; block--) {
        int x = random.nextInt(WIDTH);
        int y = random.nextInt(HEIGHT);
        int right = Math.min(WIDTH, x + 1 + random.nextInt(8 * size));
        int bottom = Math.min(HEIGHT, y + 1 + random.nextInt(size));
        for (int row = y; row < bottom; row++) {
          map.set(row, x, right);
          Arrays.fill(changed[row], x, right, true);
        }
      }
      Box part = bound(new Box(random.nextInt(WIDTH), random.nextInt(HEIGHT), WIDTH, HEIGHT));
      scanned = part.area() > 0 ? part : bound(new Box(0, 0, WIDTH, HEIGHT));
      silhouette.scan(map, scanned.left, scanned.top, scanned.right, scanned.bottom);
    }

    Box bounds() {
      return new Box(
          silhouette.boundLeft(),
          silhouette.boundTop(),
          silhouette.boundRight(),
          silhouette.boundBottom());
    }

    /** The smallest window around what changed in one. */
    Box bound(Box box) {
      Box bound = Box.NOTHING;
      for (int y = box.top; y < box.bottom; y++) {
        for (int x = box.left; x < box.right; x++) {
          if (changed[y][x]) {
            bound =
                new Box(
                    Math.min(bound.left, x),
                    Math.min(bound.top, y),
                    Math.max(bound.right, x + 1),
                    Math.max(bound.bottom, y + 1));
          }
        }
      }
      return bound;
    }

    int area(Box box) {
      return bound(box).area();
    }

    int count(Box box) {
      int count = 0;
      for (int y = box.top; y < box.bottom; y++) {
        for (int x = box.left; x < box.right; x++) {
          count += changed[y][x] ? 1 : 0;
        }
      }
      return count;
    }

    /** The square of the changed cells for each cell of the smallest window around them. */
    double density(Box box) {
      double count = count(box);
      return count * count / Math.max(1, area(box));
    }
  }
}
