package io.panelwatch.display.frame;

/**
 * Makes few windows of many spans, weighing pixels sent in vain against windows saved.
 *
 * <p>One sweep from the top: spans of a row that are near enough to each other are taken as one
 * stretch; it joins the window to which it adds the fewest pixels, if those are fewer than a window
 * of its own would cost, else it opens a window. A window that fell so far behind the sweep that
 * the rows between alone cost more than a new one is out of reach. When few windows are left, pairs
 * are joined as long as a pair saves something.
 *
 * <p>How near is near enough is the caller's threshold: joining early helps scattered pixels,
 * joining late helps columns of digits. Costs are counted in pixels here; the planner prices the
 * outcome exactly.
 */
final class WindowMerger {

  /** Above that many windows comparing all pairs would take longer than the bus saves. */
  private static final int MAX_PAIRED = 32;

  /** The windows that a stretch is compared with, at most: bounds the sweep's work. */
  private static final int MAX_REACHABLE = 48;

  private final int windowInPixels;
  private final int[] reachable = new int[MAX_REACHABLE];
  private int reach;

  WindowMerger(CostModel model) {
    this.windowInPixels = model.windowInPixels();
  }

  /**
   * Fills a plan with windows around all spans.
   *
   * @param gap columns up to which spans of a row are one stretch
   * @param maxWindows above that many the plan cannot win any more and is given up
   * @return whether the plan is complete
   */
  boolean merge(ChangedSpans spans, int gap, int maxWindows, UpdatePlan plan) {
    plan.clear();
    reach = 0;
    int i = 0;
    while (i < spans.size()) {
      int row = spans.row(i);
      int from = spans.from(i);
      int to = spans.to(i);
      i++;
      while (i < spans.size() && spans.row(i) == row && spans.from(i) - to <= gap) {
        to = spans.to(i);
        i++;
      }
      place(plan, from, row, to);
      if (plan.size() > maxWindows) {
        return false;
      }
    }
    if (plan.size() <= MAX_PAIRED) {
      joinPairs(plan);
    }
    return true;
  }

  private void place(UpdatePlan plan, int from, int row, int to) {
    int best = -1;
    int bestAdded = to - from + windowInPixels;
    int kept = 0;
    for (int r = 0; r < reach; r++) {
      int window = reachable[r];
      int rowsBetween = row - plan.bottom(window);
      if (rowsBetween > 0 && rowsBetween * plan.width(window) > windowInPixels) {
        continue;
      }
      reachable[kept++] = window;
      int added = plan.areaAround(window, from, row, to, row + 1) - plan.area(window);
      if (added < bestAdded) {
        bestAdded = added;
        best = window;
      }
    }
    reach = kept;
    if (best >= 0) {
      plan.extend(best, from, row, to, row + 1);
    } else {
      open(plan, from, row, to);
    }
  }

  private void open(UpdatePlan plan, int from, int row, int to) {
    if (reach == MAX_REACHABLE) {
      System.arraycopy(reachable, 1, reachable, 0, --reach);
    }
    reachable[reach++] = plan.size();
    plan.add(from, row, to, row + 1);
  }

  /** Joins the pair that saves most, until none saves anything. */
  private void joinPairs(UpdatePlan plan) {
    int first;
    do {
      int bestSaved = 0;
      int second = -1;
      first = -1;
      for (int a = 0; a < plan.size(); a++) {
        for (int b = a + 1; b < plan.size(); b++) {
          int saved = windowInPixels + plan.area(a) + plan.area(b) - areaAround(plan, a, b);
          if (saved > bestSaved) {
            bestSaved = saved;
            first = a;
            second = b;
          }
        }
      }
      if (first >= 0) {
        plan.extend(first, plan.x(second), plan.y(second), plan.right(second), plan.bottom(second));
        plan.remove(second);
      }
    } while (first >= 0);
  }

  private static int areaAround(UpdatePlan plan, int a, int b) {
    return plan.areaAround(a, plan.x(b), plan.y(b), plan.right(b), plan.bottom(b));
  }
}
