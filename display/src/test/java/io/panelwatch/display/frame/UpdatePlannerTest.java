package io.panelwatch.display.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class UpdatePlannerTest {

  private static final int WIDTH = 96;
  private static final int HEIGHT = 40;
  private static final double ROUNDING_NANOS = 1e-3;

  @Property(tries = 400, seed = "20260301")
  void everyChangedPixelIsSentAndNothingOutsideThePicture(
      @ForAll("buses") CostModel model, @ForAll long seed, @ForAll @IntRange(max = 3) int kind) {
    Change change = new Change(seed, kind);
    UpdatePlan plan =
        new UpdatePlanner(WIDTH, HEIGHT, model).plan(change.before, change.after, change.damage);

    Frame shown = new Frame(WIDTH, HEIGHT);
    shown.copyFrom(change.before);
    for (int i = 0; i < plan.size(); i++) {
      Rect window = new Rect(plan.x(i), plan.y(i), plan.width(i), plan.height(i));
      assertEquals(window, window.intersect(shown.bounds()));
      assertTrue(!window.isEmpty());
      shown.copyFrom(change.after, window.x(), window.y(), window.width(), window.height());
    }
    assertTrue(shown.samePicture(change.after));
  }

  @Property(tries = 400, seed = "20260302")
  void noPlanCostsMoreThanOneBoxTheWholePictureOrTheExactSpans(
      @ForAll("buses") CostModel model, @ForAll long seed, @ForAll @IntRange(max = 3) int kind) {
    Change change = new Change(seed, kind);
    UpdatePlan plan =
        new UpdatePlanner(WIDTH, HEIGHT, model).plan(change.before, change.after, change.damage);

    Baselines known = new Baselines(change.before, change.after, model);
    assertTrue(plan.nanos() <= known.boxNanos + ROUNDING_NANOS, "box");
    assertTrue(plan.nanos() <= known.spansNanos + ROUNDING_NANOS, "spans");
    assertTrue(plan.nanos() <= known.wholeNanos + ROUNDING_NANOS, "whole");
  }

  @Property(tries = 200, seed = "20260303")
  void thePriceOfAPlanIsThatOfItsWindows(@ForAll("buses") CostModel model, @ForAll long seed) {
    Change change = new Change(seed, 1);
    UpdatePlan plan =
        new UpdatePlanner(WIDTH, HEIGHT, model).plan(change.before, change.after, change.damage);
    double nanos = 0;
    long bytes = 0;
    for (int i = 0; i < plan.size(); i++) {
      nanos += model.nanos(plan.width(i), plan.height(i));
      bytes += 11 + 2L * plan.width(i) * plan.height(i);
    }
    assertEquals(nanos, plan.nanos(), ROUNDING_NANOS);
    assertEquals(bytes, plan.bytes());
  }

  @Property(tries = 150, seed = "20260304")
  void onTinyPicturesAPlanIsWithinAQuarterOfTheOptimum(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int pixels) {
    CostModel model = new CostModel(32_000_000, 0, 4096);
    Frame before = new Frame(14, 9);
    Frame after = new Frame(14, 9);
    Random random = new Random(seed);
    for (int i = 0; i < pixels; i++) {
      after.setPixel(random.nextInt(14), random.nextInt(9), (short) 1);
    }
    double planned =
        new UpdatePlanner(14, 9, model).plan(before, after, Damage.whole(14, 9)).nanos();
    double optimum = OptimalCover.nanos(before, after, model);
    assertTrue(planned >= optimum - ROUNDING_NANOS, "no plan beats the optimum");
    assertTrue(planned <= 1.25 * optimum, planned + " ns against " + optimum);
  }

  @Test
  void aClockAndAFarDotAreTwoWindows() {
    Frame before = new Frame(320, 240);
    Frame after = new Frame(320, 240);
    after.fillRect(260, 4, 50, 16, (short) 7);
    after.fillRect(4, 232, 4, 4, (short) 7);
    CostModel model = new CostModel(32_000_000, 15_000, 4096);
    UpdatePlan plan =
        new UpdatePlanner(320, 240, model).plan(before, after, Damage.whole(320, 240));
    assertEquals(2, plan.size());
    assertEquals(2 * 11 + 2 * (50 * 16 + 16), plan.bytes());
  }

  @Test
  void whatIsNotDamagedIsNotLookedAt() {
    Frame before = new Frame(320, 240);
    Frame after = new Frame(320, 240);
    after.fill((short) 7);
    Damage damage = new Damage(320, 240);
    damage.add(new Rect(5, 6, 7, 8));
    UpdatePlan plan =
        new UpdatePlanner(320, 240, new CostModel(32_000_000, 0, 4096)).plan(before, after, damage);
    assertEquals(1, plan.size());
    assertEquals(11 + 2 * 7 * 8, plan.bytes());
  }

  @Test
  void picturesOfAnotherSizeAreRefused() {
    UpdatePlanner planner = new UpdatePlanner(320, 240, new CostModel(32_000_000, 0, 4096));
    Frame right = new Frame(320, 240);
    Frame wrong = new Frame(240, 320);
    Damage damage = Damage.whole(320, 240);
    assertThrows(IllegalArgumentException.class, () -> planner.plan(right, wrong, damage));
    assertThrows(IllegalArgumentException.class, () -> planner.plan(wrong, right, damage));
    assertThrows(
        IllegalArgumentException.class, () -> planner.plan(right, right, Damage.whole(240, 320)));
  }

  @Provide
  Arbitrary<CostModel> buses() {
    return Combinators.combine(
            Arbitraries.of(10_000_000, 32_000_000, 62_500_000),
            Arbitraries.of(0L, 15_000L, 50_000L),
            Arbitraries.of(2, 64, 4096, 65_536))
        .as(CostModel::new);
  }

  /** Two pictures that differ as scattered pixels, blocks, stripes or a bit of each. */
  private static final class Change {
    final Frame before = new Frame(WIDTH, HEIGHT);
    final Frame after = new Frame(WIDTH, HEIGHT);
    final Damage damage = new Damage(WIDTH, HEIGHT);
    private final Random random;

    Change(long seed, int kind) {
      random = new Random(seed);
      before.fill((short) random.nextInt());
      after.copyFrom(before);
      for (int i = random.nextInt(12); i >= 0; i--) {
        switch (kind == 3 ? random.nextInt(3) : kind) {
          case 0 -> scatter(random.nextInt(40));
          case 1 -> block(1 + random.nextInt(20), 1 + random.nextInt(20));
          default -> block(1 + random.nextInt(WIDTH), 1);
        }
      }
    }

    private void scatter(int pixels) {
      for (int i = 0; i < pixels; i++) {
        block(1, 1);
      }
    }

    private void block(int width, int height) {
      Rect area = new Rect(random.nextInt(WIDTH), random.nextInt(HEIGHT), width, height);
      after.fillRect(area, (short) random.nextInt());
      damage.add(area);
    }
  }
}
