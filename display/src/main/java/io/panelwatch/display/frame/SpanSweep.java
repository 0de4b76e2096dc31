package io.panelwatch.display.frame;

/**
 * Makes windows of spans in one sweep from the top: each span joins the first open window that a
 * {@link Rule} allows, or opens one.
 *
 * <p>Thin things, as outlines and lines are, come out whole, because a side of an outline stays
 * apart from the other as long as the rule says so, however long both are. On what falls to more
 * pieces than that the sweep is given up: there a {@link WindowMerger} does better.
 */
final class SpanSweep {

  /** More windows at the same height are not what a sweep is for, and take time to look through. */
  private static final int MAX_OPEN = 96;

  private final int[] open = new int[MAX_OPEN];
  private int opened;

  /**
   * When a span joins a window.
   *
   * @param rows equal rows that may lie between
   * @param columns equal columns that may lie between
   * @param vain cells that may be sent in vain by it
   */
  record Rule(int rows, int columns, int vain) {

    /** Next to each other, with few cells in vain. */
    static Rule sparing(int vain) {
      return new Rule(0, vain, vain);
    }

    /** Close to each other, whatever lies between. */
    static Rule near(int cells) {
      return new Rule(cells, cells, Integer.MAX_VALUE);
    }
  }

  /**
   * Fills a plan with windows around all spans.
   *
   * @param maxWindows above that many the plan is given up
   * @return whether the plan is complete
   */
  boolean sweep(ChangedSpans spans, Rule rule, int maxWindows, UpdatePlan plan) {
    plan.clear();
    opened = 0;
    int row = -1;
    for (int i = 0; i < spans.size(); i++) {
      if (spans.row(i) != row) {
        row = spans.row(i);
        closeAbove(row - rule.rows, plan);
      }
      int from = spans.from(i);
      int to = spans.to(i);
      int window = find(from, row, to, rule, plan);
      if (window >= 0) {
        plan.extend(window, from, row, to, row + 1);
      } else if (opened < MAX_OPEN && plan.size() < maxWindows) {
        open[opened++] = plan.size();
        plan.add(from, row, to, row + 1);
      } else {
        return false;
      }
    }
    return true;
  }

  private void closeAbove(int row, UpdatePlan plan) {
    int kept = 0;
    for (int i = 0; i < opened; i++) {
      if (plan.bottom(open[i]) >= row) {
        open[kept++] = open[i];
      }
    }
    opened = kept;
  }

  /** The first open window that a span may join; -1 when there is none. */
  private int find(int from, int row, int to, Rule rule, UpdatePlan plan) {
    int columns = rule.columns;
    for (int i = 0; i < opened; i++) {
      int window = open[i];
      if (from - plan.right(window) <= columns
          && plan.x(window) - to <= columns
          && plan.areaAround(window, from, row, to, row + 1) - plan.area(window) - (to - from)
              <= rule.vain) {
        return window;
      }
    }
    return -1;
  }
}
