package io.panelwatch.display.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The cheapest windows that cover a handful of changed pixels, by trying all: over every set of
 * pixels, every rectangle that covers its first one.
 */
final class OptimalCover {

  private OptimalCover() {}

  static double nanos(Frame before, Frame after, CostModel model) {
    List<Rect> pixels = new ArrayList<>();
    for (int y = 0; y < after.height(); y++) {
      for (int x = 0; x < after.width(); x++) {
        if (before.pixel(x, y) != after.pixel(x, y)) {
          pixels.add(new Rect(x, y, 1, 1));
        }
      }
    }
    return cheapest(pixels, model);
  }

  /** A best window is the box around some of the pixels, so only those boxes are tried. */
  private static double cheapest(List<Rect> pixels, CostModel model) {
    int all = (1 << pixels.size()) - 1;
    double[] cost = new double[all + 1];
    Arrays.fill(cost, 1, all + 1, Double.POSITIVE_INFINITY);
    double[] boxCost = new double[all + 1];
    for (int set = 1; set <= all; set++) {
      boxCost[set] = boxNanos(pixels, set, model);
    }
    for (int set = 1; set <= all; set++) {
      for (int part = set; part > 0; part = (part - 1) & set) {
        cost[set] = Math.min(cost[set], boxCost[part] + cost[set & ~part]);
      }
    }
    return cost[all];
  }

  private static double boxNanos(List<Rect> pixels, int set, CostModel model) {
    Rect box = new Rect(0, 0, 0, 0);
    for (int i = 0; i < pixels.size(); i++) {
      if ((set & 1 << i) != 0) {
        box = box.union(pixels.get(i));
      }
    }
    return model.nanos(box.width(), box.height());
  }
}
