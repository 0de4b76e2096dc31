package io.panelwatch.display.frame;

import java.util.Arrays;
import java.util.List;

/** The cheapest windows that cover a handful of rectangles, by trying every way to group them. */
final class OptimalCover {

  private OptimalCover() {}

  /** A best window is the box around some of the rectangles, so only those boxes are tried. */
  static double nanos(List<Rect> rectangles, CostModel model) {
    int all = (1 << rectangles.size()) - 1;
    double[] cost = new double[all + 1];
    Arrays.fill(cost, 1, all + 1, Double.POSITIVE_INFINITY);
    double[] boxCost = new double[all + 1];
    for (int set = 1; set <= all; set++) {
      boxCost[set] = boxNanos(rectangles, set, model);
    }
    for (int set = 1; set <= all; set++) {
      for (int part = set; part > 0; part = (part - 1) & set) {
        cost[set] = Math.min(cost[set], boxCost[part] + cost[set & ~part]);
      }
    }
    return cost[all];
  }

  private static double boxNanos(List<Rect> rectangles, int set, CostModel model) {
    Rect box = new Rect(0, 0, 0, 0);
    for (int i = 0; i < rectangles.size(); i++) {
      if ((set & 1 << i) != 0) {
        box = box.union(rectangles.get(i));
      }
    }
    return model.nanos(box.width(), box.height());
  }
}
