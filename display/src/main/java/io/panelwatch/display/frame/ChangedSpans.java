package io.panelwatch.display.frame;

import java.util.Arrays;

/**
 * The cells in which two pictures differ, as stretches within rows, top to bottom and left to
 * right, and as a bitmap for those who ask by area.
 *
 * <p>Equal cells are passed over many at a time, by the JDK's vectorised comparison and across the
 * ends of rows where the damage is as wide as the picture; around changed ones each is looked at,
 * because a call costs as much as a dozen of them.
 */
final class ChangedSpans {

  /** So many equal cells in a row send the search back to the vectorised comparison. */
  private static final int SKIP = 24;

  /** Up to that many spans each may stay for itself: planning them takes no time. */
  private static final int FEW = 128;

  /** Strokes lie close together when joining what is near leaves less than this part of spans. */
  private static final double STROKES_LEFT = 2 / 3.0;

  private final int width;
  private final ChangeMap map;
  private final Grid grid;
  private final ChangeMap coarseMap;
  private final int[] row;
  private final int[] from;
  private final int[] to;
  private int size;
  private int boxLeft;
  private int boxRight;

  /**
   * @param width columns of the pictures
   * @param height their rows
   * @param grid of the coarse map
   */
  ChangedSpans(int width, int height, Grid grid) {
    this.width = width;
    this.grid = grid;
    this.map = new ChangeMap(width, height);
    this.coarseMap = new ChangeMap(grid.columnAfter(width), grid.rowAfter(height));
    int capacity = capacity(width, height);
    row = new int[capacity];
    from = new int[capacity];
    to = new int[capacity];
  }

  /** The most stretches that a picture of this size can have. */
  static int capacity(int width, int height) {
    return (width + 1) / 2 * height;
  }

  /** Compares the pictures inside the damage. */
  void collect(Frame shown, Frame wanted, Damage damage) {
    size = 0;
    boxLeft = width;
    boxRight = 0;
    map.clear();
    short[] before = shown.pixels();
    short[] after = wanted.pixels();
    int height = wanted.height();
    int y = 0;
    while (y < height) {
      int first = y * width + damage.left(y);
      int end = y * width + damage.right(y);
      y++;
      while (y < height && end == y * width && damage.left(y) == 0) {
        end += damage.right(y);
        y++;
      }
      collectRange(before, after, first, end);
    }
  }

  private void collectRange(short[] before, short[] after, int first, int end) {
    int at = first;
    while (at < end) {
      int equal = Arrays.mismatch(before, at, end, after, at, end);
      if (equal < 0) {
        return;
      }
      int y = (at + equal) / width;
      at = collectRow(before, after, y, at + equal, Math.min(end, (y + 1) * width));
    }
  }

  /** Collects from a changed cell on, up to a long stretch of equal ones or the end. */
  private int collectRow(short[] before, short[] after, int y, int first, int end) {
    int start = y * width;
    int i = first;
    while (true) {
      int spanFrom = i;
      i++;
      while (i < end && before[i] != after[i]) {
        i++;
      }
      int spanTo = i;
      add(y, spanFrom - start, spanTo - start);
      int limit = Math.min(end, spanTo + SKIP);
      while (i < limit && before[i] == after[i]) {
        i++;
      }
      if (i == limit) {
        return i;
      }
    }
  }

  private void add(int y, int fromX, int toX) {
    row[size] = y;
    from[size] = fromX;
    to[size] = toX;
    size++;
    map.set(y, fromX, toX);
    if (fromX < boxLeft) {
      boxLeft = fromX;
    }
    if (toX > boxRight) {
      boxRight = toX;
    }
  }

  /**
   * Joins the spans of a row that are near to each other where they are the strokes of text: many,
   * close together, and seldom the same from row to row. There a window seldom ends between two of
   * them, and about a third of the spans is left to plan with. Lines and outlines stay as they are,
   * since their sides are worth windows of their own, and so do scattered cells.
   *
   * @param near columns between two spans up to which they are one
   * @return whether they were
   */
  boolean joinStrokes(int near) {
    if (size <= FEW || near == 0 || spansUnlikeTheRowAbove() <= FEW) {
      return false;
    }
    int apart = 1;
    for (int i = 1; i < size; i++) {
      if (row[i] != row[i - 1] || from[i] - to[i - 1] > near) {
        apart++;
      }
    }
    if (apart > STROKES_LEFT * size) {
      return false;
    }
    join(near);
    return true;
  }

  /** Counts no further than {@link #FEW} are few. */
  private int spansUnlikeTheRowAbove() {
    int unlike = 0;
    int i = 0;
    while (i < size && unlike <= FEW) {
      int first = i;
      int y = row[first];
      while (i < size && row[i] == y) {
        i++;
      }
      if (y == 0 || !map.sameRows(y - 1, y)) {
        unlike += i - first;
      }
    }
    return unlike;
  }

  private void join(int near) {
    int last = 0;
    for (int i = 1; i < size; i++) {
      if (row[i] != row[last] || from[i] - to[last] > near) {
        last++;
        row[last] = row[i];
        from[last] = from[i];
      }
      to[last] = to[i];
    }
    size = last + 1;
  }

  int size() {
    return size;
  }

  /** The cells in all spans together. */
  int cells() {
    int cells = 0;
    for (int i = 0; i < size; i++) {
      cells += to[i] - from[i];
    }
    return cells;
  }

  int row(int span) {
    return row[span];
  }

  /** First column. */
  int from(int span) {
    return from[span];
  }

  /** The column after the last one. */
  int to(int span) {
    return to[span];
  }

  /** The cells as a bitmap on the grid, made anew with each call. */
  ChangeMap coarseMap() {
    map.coarsen(grid, row[0], row[size - 1] + 1, coarseMap);
    return coarseMap;
  }

  /** The cells as a bitmap. */
  ChangeMap map() {
    return map;
  }

  /** Puts the one window around all spans into a plan. */
  void addBox(UpdatePlan plan) {
    plan.add(boxLeft, row[0], boxRight, row[size - 1] + 1);
  }

  /**
   * Fills a plan with each span as a window of its own, those of a row that are near as one.
   *
   * @param near columns up to which they are
   * @param maxWindows above that many the plan cannot win any more and is given up
   * @return whether the plan is complete
   */
  boolean addEach(int near, int maxWindows, UpdatePlan plan) {
    int i = 0;
    while (i < size && plan.size() <= maxWindows) {
      int first = i;
      i++;
      while (i < size && row[i] == row[first] && from[i] - to[i - 1] <= near) {
        i++;
      }
      plan.add(from[first], row[first], to[i - 1], row[first] + 1);
    }
    return plan.size() <= maxWindows;
  }

  /**
   * Fills a plan with one window for each run of changed rows: what is left to do with too much
   * that is too far apart.
   *
   * @param maxWindows above that many the plan cannot win any more and is given up
   * @return whether the plan is complete
   */
  boolean addRows(int maxWindows, UpdatePlan plan) {
    int i = 0;
    while (i < size && plan.size() <= maxWindows) {
      int fromY = row[i];
      int toY = fromY + 1;
      int fromX = from[i];
      int toX = to[i];
      i++;
      while (i < size && row[i] <= toY) {
        fromX = Math.min(fromX, from[i]);
        toX = Math.max(toX, to[i]);
        toY = row[i] + 1;
        i++;
      }
      plan.add(fromX, fromY, toX, toY);
    }
    return plan.size() <= maxWindows;
  }
}
