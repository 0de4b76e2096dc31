package io.panelwatch.display.frame;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.display.bench.BenchScene;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The planner against others, and against the best there is. */
class PlanQualityTest {

  private static final double ROUNDING_NANOS = 1e-3;
  private static final double ROUNDING = 1e-9;
  private static final int CHUNK = 4096;
  private static final int[] CLOCKS_HZ = {32_000_000, 62_500_000};
  private static final long[] LATENCIES_NANOS = {0, 15_000, 50_000};

  /** Letters, frames and scattered things, a place each. */
  private static final List<String> SHAPES =
      List.of(
          "XX/X./X./XX",
          "XXX/X.X/X.X/XXX",
          "X..../X..../XXXXX",
          "X.X/X.X/XXX/..X/..X",
          "XXXX/X..X/XXXX",
          "X...X/X...X/X...X",
          "XXXXX/..X../..X../..X..",
          "..X../XXXXX/..X..",
          "X..../.X.../..X../...X./....X",
          "XX...../......./.....XX/.......",
          "X.X.X/...../X.X.X",
          "XX.XX/X...X/..../XX.XX");

  @ParameterizedTest
  @EnumSource(BenchScene.class)
  void onEachKindOfSceneNoKnownPlannerIsCheaper(BenchScene scene) {
    List<Frame> frames = scene.frames(320, 240);
    for (CostModel model : buses()) {
      UpdatePlanner planner = new UpdatePlanner(320, 240, model);
      Map<String, Double> known = new TreeMap<>();
      double ours = 0;
      for (int i = 0; i + 1 < frames.size(); i++) {
        Frame before = frames.get(i);
        Frame after = frames.get(i + 1);
        double nanos = planner.plan(before, after, Damage.whole(320, 240)).nanos();
        String which = "step " + i + " on " + model + ", by ";
        new KnownPlanners(before, after, model)
            .nanos()
            .forEach(
                (name, others) -> {
                  assertTrue(nanos <= others * (1 + ROUNDING), which + name);
                  known.merge(name, others, Double::sum);
                });
        ours += nanos;
      }
      for (Map.Entry<String, Double> other : known.entrySet()) {
        assertTrue(
            ours <= other.getValue() + ROUNDING_NANOS,
            other.getKey() + " takes " + other.getValue() + " ns, we " + ours + " on " + model);
      }
    }
  }

  /** What no frame may exceed, and what all known planners together may not beat in the mean. */
  @Test
  void onRandomChangesTheMeanIsBelowTheCheapestOfAllKnownPlanners() {
    for (CostModel model : buses()) {
      UpdatePlanner planner = new UpdatePlanner(160, 120, model);
      Damage damage = Damage.whole(160, 120);
      double ours = 0;
      double cheapest = 0;
      for (int seed = 0; seed < 160; seed++) {
        RandomChange change = new RandomChange(160, 120, seed, seed % RandomChange.KINDS);
        Map<String, Double> known = new KnownPlanners(change.before, change.after, model).nanos();
        if (!known.isEmpty()) {
          double nanos = planner.plan(change.before, change.after, damage).nanos();
          ours += nanos;
          cheapest += Collections.min(known.values());
          for (String bound : List.of("one box", "full frame", "exact spans")) {
            assertTrue(nanos <= known.get(bound) + ROUNDING_NANOS, bound + " of seed " + seed);
          }
        }
      }
      assertTrue(ours <= 0.95 * cheapest, ours + " ns against " + cheapest + " on " + model);
    }
  }

  /**
   * Outlines that cross each other and the text in them are the hardest: on one frame in forty a
   * known planner is cheaper, at the most by a third, while all together take two thirds of the
   * cheapest.
   */
  @ParameterizedTest
  @CsvSource({"320, 240", "240, 320"})
  void boxesOfTextTakeLessThanTheCheapestOfAllKnownPlanners(int width, int height) {
    Damage damage = Damage.whole(width, height);
    for (CostModel model : buses()) {
      UpdatePlanner planner = new UpdatePlanner(width, height, model);
      double ours = 0;
      double cheapest = 0;
      for (int seed = 0; seed < 60; seed++) {
        RandomChange change =
            new RandomChange(width, height, seed, RandomChange.BOXES_OF_TEXT, 1 + seed % 4);
        Map<String, Double> known = new KnownPlanners(change.before, change.after, model).nanos();
        double nanos = planner.plan(change.before, change.after, damage).nanos();
        ours += nanos;
        cheapest += Collections.min(known.values());
        String which = nanos + " ns for seed " + seed + " on " + model + ": " + known;
        assertTrue(nanos <= 1.6 * Collections.min(known.values()), which);
        for (String bound : List.of("one box", "full frame", "exact spans")) {
          assertTrue(nanos <= known.get(bound) + ROUNDING_NANOS, which);
        }
      }
      assertTrue(ours <= 0.9 * cheapest, ours + " ns against " + cheapest + " on " + model);
    }
  }

  /**
   * One change alone, and a few together. Joining weighs transfers in cells, so one frame in a
   * hundred may cost up to a percent more.
   */
  @ParameterizedTest
  @CsvSource({"320, 240", "240, 240", "128, 160", "480, 320"})
  void onNoFrameAnyKnownPlannerIsClearlyCheaper(int width, int height) {
    Damage damage = Damage.whole(width, height);
    int frames = 0;
    int dearer = 0;
    for (CostModel model : buses()) {
      UpdatePlanner planner = new UpdatePlanner(width, height, model);
      for (int seed = 0; seed < 20 * RandomChange.KINDS; seed++) {
        int most = seed % 3 == 0 ? 1 : RandomChange.MOST_THINGS;
        RandomChange change =
            new RandomChange(width, height, seed, seed % RandomChange.KINDS, most);
        Map<String, Double> known = new KnownPlanners(change.before, change.after, model).nanos();
        double ours = planner.plan(change.before, change.after, damage).nanos();
        double cheapest = known.isEmpty() ? 0 : Collections.min(known.values());
        String which = ours + " ns for seed " + seed + " on " + model + ": " + known;
        assertTrue(ours <= 1.01 * cheapest, which);
        frames++;
        dearer += ours > cheapest * (1 + ROUNDING) ? 1 : 0;
      }
    }
    assertTrue(100 * dearer <= frames, dearer + " of " + frames + " frames");
  }

  /** Few places on a small picture, each so many cells that joining and not joining both occur. */
  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 1.05",
    "0, 3, 2, 1.02",
    "15000, 3, 2, 1.15",
    "15000, 8, 6, 1.08",
    "50000, 14, 20, 1.12"
  })
  void scatteredPlacesAreCoveredNearlyAsCheaplyAsCanBe(
      long latencyNanos, int across, int down, double bound) {
    double optimum = 0;
    double ours = 0;
    for (int seed = 0; seed < 250; seed++) {
      Random random = new Random(seed);
      Set<Rect> places = new LinkedHashSet<>();
      for (int i = random.nextInt(9); i >= 0; i--) {
        places.add(new Rect(across * random.nextInt(14), down * random.nextInt(9), across, down));
      }
      Cover cover = new Cover(List.copyOf(places), 14 * across, 9 * down, latencyNanos);
      assertTrue(cover.ours <= bound * cover.optimum, () -> cover + " for " + places);
      optimum += cover.optimum;
      ours += cover.ours;
    }
    assertTrue(ours <= 1.005 * optimum, ours + " ns in all against " + optimum);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1",
    "0, 3, 2",
    "15000, 8, 6",
    "15000, 24, 24",
    "50000, 14, 20",
    "50000, 24, 24"
  })
  void lettersAndFramesAreCoveredWithinATenthOfTheOptimum(long latencyNanos, int across, int down) {
    for (String shape : SHAPES) {
      List<Rect> places = new ArrayList<>();
      String[] rows = shape.split("/", -1);
      for (int y = 0; y < rows.length; y++) {
        for (int x = 0; x < rows[y].length(); x++) {
          if (rows[y].charAt(x) == 'X') {
            places.add(new Rect((x + 1) * across, (y + 1) * down, across, down));
          }
        }
      }
      Cover cover = new Cover(places, 9 * across, 9 * down, latencyNanos);
      assertTrue(cover.ours <= 1.1 * cover.optimum, () -> cover + " for " + shape);
    }
  }

  private static List<CostModel> buses() {
    List<CostModel> buses = new ArrayList<>();
    for (int clockHz : CLOCKS_HZ) {
      for (long latencyNanos : LATENCIES_NANOS) {
        buses.add(new CostModel(clockHz, latencyNanos, CHUNK));
      }
    }
    return buses;
  }

  /** What the planner pays for some rectangles, and the least that can be paid. */
  private static final class Cover {
    final double ours;
    final double optimum;

    Cover(List<Rect> changed, int width, int height, long latencyNanos) {
      CostModel model = new CostModel(CLOCKS_HZ[0], latencyNanos, CHUNK);
      Frame before = new Frame(width, height);
      Frame after = new Frame(width, height);
      changed.forEach(place -> after.fillRect(place, (short) 1));
      ours =
          new UpdatePlanner(width, height, model)
              .plan(before, after, Damage.whole(width, height))
              .nanos();
      optimum = OptimalCover.nanos(changed, model);
    }

    @Override
    public String toString() {
      return ours + " ns, the optimum is " + optimum;
    }
  }
}
