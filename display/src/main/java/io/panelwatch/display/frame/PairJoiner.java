package io.panelwatch.display.frame;

/** Joins the windows of a plan pair by pair as long as a pair saves something. */
final class PairJoiner {

  /** Above that many windows comparing all pairs would take longer than the bus saves. */
  private static final int MAX_PAIRED = 96;

  private final int windowInCells;

  /** What joining a window with its best partner saves, in cells. */
  private final int[] saved = new int[MAX_PAIRED];

  private final int[] partner = new int[MAX_PAIRED];

  PairJoiner(CostModel model) {
    this.windowInCells = model.windowInCells();
  }

  /** Joins the pair that saves most, until none saves anything. */
  void join(UpdatePlan plan) {
    if (plan.size() > MAX_PAIRED) {
      return;
    }
    findPartners(plan);
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

  private void findPartners(UpdatePlan plan) {
    for (int window = 0; window < plan.size(); window++) {
      saved[window] = 0;
      partner[window] = -1;
      for (int other = 0; other < window; other++) {
        considerBoth(plan, window, other);
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

  private void considerBoth(UpdatePlan plan, int one, int other) {
    int saves = saves(plan, one, other);
    propose(one, other, saves);
    propose(other, one, saves);
  }

  private void consider(UpdatePlan plan, int window, int other) {
    propose(window, other, saves(plan, window, other));
  }

  private void propose(int window, int other, int saves) {
    if (saves > saved[window]) {
      saved[window] = saves;
      partner[window] = other;
    }
  }

  private int saves(UpdatePlan plan, int one, int other) {
    return windowInCells
        + plan.area(one)
        + plan.area(other)
        - plan.areaAround(one, plan.x(other), plan.y(other), plan.right(other), plan.bottom(other));
  }
}
