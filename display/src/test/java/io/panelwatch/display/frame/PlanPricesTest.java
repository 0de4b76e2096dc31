package io.panelwatch.display.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.display.bench.BenchScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/**
 * What known changes cost, to the byte. A change of the planner that makes a plan dearer or cheaper
 * shows here, scene by scene: look at the difference, and take it over by {@code
 * -Dgolden.update=true} when it is meant.
 */
final class PlanPricesTest {

  private static final Path KNOWN = Path.of("src/test/resources/plans/prices.txt");
  private static final int SEEDS = 24;

  /** Free windows, usual ones, small transfers, dear windows, dear cells. */
  private static final List<CostModel> BUSES =
      List.of(
          new CostModel(32_000_000, 0, 4096),
          new CostModel(32_000_000, 15_000, 4096),
          new CostModel(10_000_000, 50_000, 64),
          new CostModel(62_500_000, 50_000, 65_536, CostModelTest.RGB666),
          new CostModel(400_000, 100_000, 32, CostModelTest.SSD1306_I2C));

  private final List<String> lines = new ArrayList<>();

  @Test
  void knownChangesCostWhatTheyCost() throws IOException {
    for (int bus = 0; bus < BUSES.size(); bus++) {
      for (int[] size : new int[][] {{128, 64}, {320, 240}}) {
        for (BenchScene scene : BenchScene.values()) {
          List<Frame> frames = scene.frames(size[0], size[1]);
          price(scene + "", bus, size, frames.size() - 1, (w, i) -> frames.get(w ? i + 1 : i));
        }
      }
      for (int[] size : new int[][] {{150, 117}, {320, 240}}) {
        for (int kind = 0; kind <= RandomChange.BOXES_OF_TEXT; kind++) {
          List<RandomChange> changes = new ArrayList<>();
          for (int seed = 0; seed < SEEDS; seed++) {
            changes.add(new RandomChange(size[0], size[1], seed, kind));
          }
          price(
              "random " + kind,
              bus,
              size,
              SEEDS,
              (w, i) -> w ? changes.get(i).after : changes.get(i).before);
        }
      }
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(KNOWN.getParent());
      Files.write(KNOWN, lines);
    }
    assertEquals(Files.readAllLines(KNOWN), lines);
  }

  /** Adds the line of one kind of change; the pictures by whether they are the wanted ones. */
  private void price(
      String what, int bus, int[] size, int steps, BiFunction<Boolean, Integer, Frame> pictures) {
    UpdatePlanner planner = new UpdatePlanner(size[0], size[1], BUSES.get(bus));
    Damage damage = Damage.whole(size[0], size[1]);
    int windows = 0;
    long bytes = 0;
    for (int i = 0; i < steps; i++) {
      UpdatePlan plan = planner.plan(pictures.apply(false, i), pictures.apply(true, i), damage);
      windows += plan.size();
      bytes += plan.bytes();
    }
    lines.add(
        "bus %d, %d x %d, %s: %d windows, %d bytes"
            .formatted(bus, size[0], size[1], what, windows, bytes));
  }
}
