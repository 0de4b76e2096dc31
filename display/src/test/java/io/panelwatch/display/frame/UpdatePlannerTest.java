package io.panelwatch.display.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.panelwatch.display.bench.BenchScene;
import io.panelwatch.display.profile.ScanOrder;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
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
  private static final Damage WHOLE = Damage.whole(WIDTH, HEIGHT);
  private static final double ROUNDING_NANOS = 1e-3;

  @Property(tries = 250, seed = "20260301")
  void everyChangedPixelIsSentAndNothingOutsideThePicture(
      @ForAll("buses") CostModel model,
      @ForAll long seed,
      @ForAll @IntRange(max = RandomChange.KINDS - 1) int kind) {
    RandomChange change = new RandomChange(WIDTH, HEIGHT, seed, kind);
    UpdatePlan plan =
        new UpdatePlanner(WIDTH, HEIGHT, model).plan(change.before, change.after, WHOLE);

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

  @Property(tries = 250, seed = "20260302")
  void noPlanCostsMoreThanOneBoxTheWholePictureOrTheExactSpans(
      @ForAll("buses") CostModel model,
      @ForAll long seed,
      @ForAll @IntRange(max = RandomChange.KINDS - 1) int kind) {
    RandomChange change = new RandomChange(WIDTH, HEIGHT, seed, kind);
    UpdatePlan plan =
        new UpdatePlanner(WIDTH, HEIGHT, model).plan(change.before, change.after, WHOLE);

    Baselines known = new Baselines(change.before, change.after, model);
    assertTrue(plan.nanos() <= known.boxNanos + ROUNDING_NANOS, "box");
    assertTrue(plan.nanos() <= known.spansNanos + ROUNDING_NANOS, "spans");
    assertTrue(plan.nanos() <= known.wholeNanos + ROUNDING_NANOS, "whole");
  }

  @Property(tries = 200, seed = "20260303")
  void thePriceOfAPlanIsThatOfItsWindows(@ForAll("buses") CostModel model, @ForAll long seed) {
    RandomChange change = new RandomChange(WIDTH, HEIGHT, seed, 1);
    UpdatePlan plan =
        new UpdatePlanner(WIDTH, HEIGHT, model).plan(change.before, change.after, WHOLE);
    double nanos = 0;
    long bytes = 0;
    for (int i = 0; i < plan.size(); i++) {
      nanos += model.nanos(plan.width(i), plan.height(i));
      bytes += model.bytes(plan.width(i), plan.height(i));
    }
    assertEquals(nanos, plan.nanos(), ROUNDING_NANOS);
    assertEquals(bytes, plan.bytes());
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
  void windowsGoOutInTheOrderOfTheRefresh() {
    Frame before = new Frame(320, 240);
    Frame after = new Frame(320, 240);
    after.fillRect(10, 200, 30, 30, (short) 7);
    after.fillRect(250, 100, 30, 30, (short) 7);
    after.fillRect(120, 10, 30, 30, (short) 7);
    UpdatePlan plan =
        new UpdatePlanner(320, 240, new CostModel(32_000_000, 15_000, 4096))
            .plan(before, after, Damage.whole(320, 240));
    plan.sortFor(ScanOrder.TOP_TO_BOTTOM);
    assertEquals(List.of(10, 100, 200), tops(plan));
    plan.sortFor(ScanOrder.BOTTOM_TO_TOP);
    assertEquals(List.of(200, 100, 10), tops(plan));
    plan.sortFor(ScanOrder.LEFT_TO_RIGHT);
    assertEquals(List.of(200, 10, 100), tops(plan));
    plan.sortFor(ScanOrder.RIGHT_TO_LEFT);
    assertEquals(List.of(100, 10, 200), tops(plan));
  }

  private static List<Integer> tops(UpdatePlan plan) {
    return IntStream.range(0, plan.size()).mapToObj(plan::y).toList();
  }

  @Test
  void planningAllocatesNothing() {
    List<Frame> frames = BenchScene.PAGE_CHANGE.frames(320, 240);
    Damage whole = Damage.whole(320, 240);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (long latencyNanos : new long[] {0, 15_000}) {
      UpdatePlanner planner =
          new UpdatePlanner(320, 240, new CostModel(32_000_000, latencyNanos, 4096));
      planner.plan(frames.get(0), frames.get(1), whole).sortFor(ScanOrder.TOP_TO_BOTTOM);
      // What the virtual machine allocates once, as it compiles, is not the planner's.
      long least = Long.MAX_VALUE;
      for (int round = 0; round < 5; round++) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100; i++) {
          planner.plan(frames.get(i % 12), frames.get(i % 12 + 1), whole);
        }
        least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      }
      assertTrue(least < 100, least + " bytes for 100 plans");
    }
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
  void theWholePictureIsOneWindowAndItsStripesAreItsRowsInOrder() {
    CostModel model = new CostModel(32_000_000, 15_000, 4096);
    UpdatePlanner planner = new UpdatePlanner(128, 65, model);
    assertEquals(model, planner.model());
    assertEquals(List.of(new Rect(0, 0, 128, 65)), windows(planner.whole()));
    assertEquals(model.bytes(128, 65), planner.whole().bytes());
    assertEquals(List.of(new Rect(0, 0, 128, 16)), windows(planner.stripe(0, 4)));
    assertEquals(List.of(new Rect(0, 16, 128, 16)), windows(planner.stripe(1, 4)));
    assertEquals(List.of(new Rect(0, 48, 128, 17)), windows(planner.stripe(3, 4)));
    assertEquals(List.of(), windows(planner.stripe(0, 66)), "less than a row");
    assertEquals(0, planner.stripe(0, 66).bytes());
  }

  private static List<Rect> windows(UpdatePlan plan) {
    return IntStream.range(0, plan.size())
        .mapToObj(i -> new Rect(plan.x(i), plan.y(i), plan.width(i), plan.height(i)))
        .toList();
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
            Arbitraries.of(2, 64, 4096, 65_536),
            Arbitraries.of(
                WindowFormat.DCS_RGB565,
                CostModelTest.RGB666,
                CostModelTest.SSD1306_I2C,
                CostModelTest.SH1106_SPI))
        .as(CostModel::new);
  }
}
