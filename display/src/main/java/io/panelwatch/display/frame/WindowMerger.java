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

  /** What joining a window with its best partner saves, in pixels. */
  private final int[] saved = new int[MAX_PAIRED];

  private final int[] partner = new int[MAX_PAIRED];
  private int reach;

  WindowMerger(CostModel model) {
    this.windowInPixels = model.windowInCells();
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
    int sweptRow = -1;
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
      if (row != sweptRow) {
        leaveBehind(plan, row);
        sweptRow = row;
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

  /** Drops the windows that are out of reach of a row. */
  private void leaveBehind(UpdatePlan plan, int row) {
    int kept = 0;
    for (int r = 0; r < reach; r++) {
      int window = reachable[r];
      if ((row - plan.bottom(window)) * plan.width(window) <= windowInPixels) {
        reachable[kept++] = window;
      }
    }
    reach = kept;
  }

  private void place(UpdatePlan plan, int from, int row, int to) {
    int best = -1;
    int bestAdded = to - from + windowInPixels;
    for (int r = 0; r < reach; r++) {
      int window = reachable[r];
      int added = plan.addedBy(window, from, row, to, bestAdded);
      if (added < bestAdded) {
        bestAdded = added;
        best = window;
      }
    }
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
    for (int window = 0; window < plan.size(); window++) {
      findPartner(plan, window);
    }
    int first = mostSaving(plan);
    while (first >= 0) {
      join(plan, first, partner[first]);
      first = mostSaving(plan);
    }
  }

  /** The window whose join saves most; -1 when none saves anything. */
  private int mostSaving(UpdatePlan plan) {
    int most = -1;
    for (int window = 0; window < plan.size(); window++) {
      if (saved[window] > (most < 0 ? 0 : saved[most])) {
        most = window;
      }
    }
    return most;
  }

  /** Joins two windows, and looks for new partners only where that can have changed one. */
  private void join(UpdatePlan plan, int a, int b) {
    int joined = Math.min(a, b);
    int gone = Math.max(a, b);
    plan.extend(joined, plan.x(gone), plan.y(gone), plan.right(gone), plan.bottom(gone));
    plan.remove(gone);
    int moved = plan.size();
    saved[gone] = saved[moved];
    partner[gone] = partner[moved];
    for (int window = 0; window < plan.size(); window++) {
      int with = partner[window];
      if (window == joined || with == joined || with == gone) {
        findPartner(plan, window);
      } else {
        partner[window] = with == moved ? gone : with;
        consider(plan, window, joined);
      }
    }
  }

  private void findPartner(UpdatePlan plan, int window) {
    saved[window] = 0;
    partner[window] = -1;
    for (int other = 0; other < plan.size(); other++) {
      if (other != window) {
        consider(plan, window, other);
      }
    }
  }

  private void consider(UpdatePlan plan, int window, int other) {
    int saves =
        windowInPixels
            + plan.area(window)
            + plan.area(other)
            - plan.areaAround(
                window, plan.x(other), plan.y(other), plan.right(other), plan.bottom(other));
    if (saves > saved[window]) {
      saved[window] = saves;
      partner[window] = other;
    }
  }
}
