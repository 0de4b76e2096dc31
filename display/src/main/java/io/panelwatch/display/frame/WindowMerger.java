package io.panelwatch.display.frame;

/**
 * Makes few windows of many spans, weighing cells sent in vain against windows saved.
 *
 * <p>One sweep from the top: spans of a row that are near enough to each other are taken as one
 * stretch; it joins the window to which it adds the fewest cells, if those are fewer than a window
 * of its own would cost, else it opens a window. A window that fell so far behind the sweep that
 * the rows between alone cost more than a new one is out of reach. The windows in reach are kept
 * from left to right, so that a stretch is compared with its neighbours only, however many there
 * are.
 *
 * <p>Costs are counted in cells here; the planner prices the outcome exactly.
 */
final class WindowMerger {

  /** A window that ends so many windows' worth left of a stretch is not tried for it. */
  private static final int NEAR = 4;

  private final int windowInCells;
  private final int gap;
  private final int[] reachable;
  private int reach;

  /**
   * @param width columns of the picture
   * @param gap columns up to which spans of a row are one stretch
   */
  WindowMerger(int width, int worth, int gap) {
    this.windowInCells = worth;
    this.gap = gap;
    this.reachable = new int[width];
  }

  /**
   * Fills a plan with windows around all spans.
   *
   * @param maxWindows above that many the plan cannot win any more and is given up
   * @return whether the plan is complete
   */
  boolean merge(ChangedSpans spans, int maxWindows, UpdatePlan plan) {
    plan.clear();
    reach = 0;
    int i = 0;
    while (i < spans.size() && plan.size() <= maxWindows) {
      leaveBehind(plan, spans.row(i));
      i = placeRow(spans, i, plan);
    }
    return plan.size() <= maxWindows;
  }

  /** Drops the windows that are out of reach of a row. */
  private void leaveBehind(UpdatePlan plan, int row) {
    int kept = 0;
    for (int r = 0; r < reach; r++) {
      int window = reachable[r];
      if ((row - plan.bottom(window)) * plan.width(window) <= windowInCells) {
        reachable[kept++] = window;
      }
    }
    reach = kept;
  }

  /** Places the stretches of one row; returns the first span of the next. */
  private int placeRow(ChangedSpans spans, int first, UpdatePlan plan) {
    int row = spans.row(first);
    int passed = 0;
    int i = first;
    while (i < spans.size() && spans.row(i) == row) {
      int from = spans.from(i);
      int to = spans.to(i);
      i++;
      while (i < spans.size() && spans.row(i) == row && spans.from(i) - to <= gap) {
        to = spans.to(i);
        i++;
      }
      while (passed < reach && from - plan.right(reachable[passed]) > NEAR * windowInCells) {
        passed++;
      }
      place(plan, passed, from, row, to);
    }
    return i;
  }

  private void place(UpdatePlan plan, int passed, int from, int row, int to) {
    int best = -1;
    int bestAdded = to - from + windowInCells;
    int r = passed;
    while (r < reach && plan.x(reachable[r]) - to < bestAdded) {
      int added = plan.addedBy(reachable[r], from, row, to, bestAdded);
      if (added < bestAdded) {
        bestAdded = added;
        best = reachable[r];
      }
      r++;
    }
    if (best >= 0) {
      plan.extend(best, from, row, to, row + 1);
    } else {
      open(plan, passed, from, row, to);
    }
  }

  private void open(UpdatePlan plan, int passed, int from, int row, int to) {
    if (reach < reachable.length) {
      int at = passed;
      while (at < reach && plan.x(reachable[at]) < from) {
        at++;
      }
      System.arraycopy(reachable, at, reachable, at + 1, reach - at);
      reachable[at] = plan.size();
      reach++;
    }
    plan.add(from, row, to, row + 1);
  }
}
