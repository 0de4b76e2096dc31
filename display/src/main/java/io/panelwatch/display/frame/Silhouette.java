package io.panelwatch.display.frame;

import java.util.Arrays;

/**
 * What changed inside a window, seen from its sides: for each row the first and last changed
 * column, for each column the first and last changed row. From it follows what a cut would save.
 */
final class Silhouette {

  /** A trial wants this part of the density more, or changes spread evenly would fall to bits. */
  private static final int CLEARLY_DENSER = 5;

  /** Or this part of a window's worth. */
  private static final int WORTH_A_TRIAL = 4;

  private final int[] rowFrom;
  private final int[] rowTo;
  private final int[] rowCount;
  private final int[] columnFrom;
  private final int[] columnTo;

  /** Cells of the smallest window around all rows, or columns, from one on. */
  private final int[] areaFrom;

  private int left;
  private int top;
  private int right;
  private int bottom;
  private int count;

  private int rowCut;
  private int savedByRowCut;
  private int columnCut;
  private int savedByColumnCut;

  /** What is left of the area with the cut found last. */
  private int cheapest;

  private int boundLeft;
  private int boundTop;
  private int boundRight;
  private int boundBottom;

  Silhouette(int width, int height) {
    rowFrom = new int[height];
    rowTo = new int[height];
    rowCount = new int[height];
    columnFrom = new int[width];
    columnTo = new int[width];
    areaFrom = new int[Math.max(width, height) + 1];
  }

  /** Looks at a window in which something changed. */
  void scan(ChangeMap map, int fromX, int fromY, int toX, int toY) {
    left = fromX;
    top = fromY;
    right = toX;
    bottom = toY;
    count = 0;
    Arrays.fill(rowTo, top, bottom, 0);
    Arrays.fill(rowCount, top, bottom, 0);
    Arrays.fill(columnTo, left, right, 0);
    int lastWord = ChangeMap.wordOf(right - 1);
    for (int word = ChangeMap.wordOf(left); word <= lastWord; word++) {
      int column = ChangeMap.columnOf(word);
      long mask =
          ChangeMap.columns(Math.max(0, left - column), Math.min(Long.SIZE, right - column));
      long seen = scanDown(map.words(), map.wordsPerRow(), word, mask);
      scanUp(map.words(), map.wordsPerRow(), word, seen);
    }
  }

  /** Takes up 64 columns; returns those in which something changed. */
  private long scanDown(long[] words, int wordsPerRow, int word, long mask) {
    int[] from = rowFrom;
    int[] to = rowTo;
    int[] counts = rowCount;
    int column = ChangeMap.columnOf(word);
    int all = 0;
    long seen = 0;
    for (int y = top; y < bottom; y++) {
      long bits = words[y * wordsPerRow + word] & mask;
      if (bits != 0) {
        if (to[y] == 0) {
          from[y] = column + Long.numberOfTrailingZeros(bits);
        }
        to[y] = column + Long.SIZE - Long.numberOfLeadingZeros(bits);
        int changed = Long.bitCount(bits);
        counts[y] += changed;
        all += changed;
        long fresh = bits & ~seen;
        if (fresh != 0) {
          seen |= bits;
          mark(columnFrom, column, fresh, y);
        }
      }
    }
    count += all;
    return seen;
  }

  /** From the bottom up, until the last row of each column that has one is known. */
  private void scanUp(long[] words, int wordsPerRow, int word, long seen) {
    long missing = seen;
    for (int y = bottom - 1; missing != 0; y--) {
      long fresh = words[y * wordsPerRow + word] & missing;
      if (fresh != 0) {
        missing &= ~fresh;
        mark(columnTo, ChangeMap.columnOf(word), fresh, y + 1);
      }
    }
  }

  private static void mark(int[] columns, int firstColumn, long bits, int value) {
    long rest = bits;
    while (rest != 0) {
      columns[firstColumn + Long.numberOfTrailingZeros(rest)] = value;
      rest &= rest - 1;
    }
  }

  /** Finds the cut between rows and the one between columns that save most. */
  void findCuts() {
    int area = (right - left) * (bottom - top);
    findAreas(rowFrom, rowTo, top, bottom);
    rowCut = cheapestCut(rowFrom, rowTo, top, bottom);
    savedByRowCut = area - cheapest;
    findAreas(columnFrom, columnTo, left, right);
    columnCut = cheapestCut(columnFrom, columnTo, left, right);
    savedByColumnCut = area - cheapest;
  }

  private void findAreas(int[] from, int[] to, int first, int end) {
    int least = Integer.MAX_VALUE;
    int most = 0;
    int last = 0;
    areaFrom[end] = 0;
    for (int i = end - 1; i >= first; i--) {
      if (to[i] == 0) {
        areaFrom[i] = areaFrom[i + 1];
      } else {
        least = Math.min(least, from[i]);
        most = Math.max(most, to[i]);
        last = Math.max(last, i + 1);
        areaFrom[i] = (most - least) * (last - i);
      }
    }
  }

  private int cheapestCut(int[] from, int[] to, int first, int end) {
    int least = Integer.MAX_VALUE;
    int most = 0;
    int cut = first + 1;
    cheapest = Integer.MAX_VALUE;
    for (int i = first; i < end - 1; i++) {
      if (to[i] != 0) {
        least = Math.min(least, from[i]);
        most = Math.max(most, to[i]);
        int both = (most - least) * (i + 1 - first) + areaFrom[i + 1];
        if (both < cheapest) {
          cheapest = both;
          cut = i + 1;
        }
      }
    }
    return cut;
  }

  /**
   * The cut between rows that sets dense ones off from sparse ones best: the sum of n^2/A over both
   * parts, n changed of A cells each, is largest. It reaches n where both are solid. -1 when none
   * is clearly better than no cut.
   */
  int densityCut(int windowInPlaces) {
    findAreas(rowFrom, rowTo, top, bottom);
    int least = Integer.MAX_VALUE;
    int most = 0;
    int above = 0;
    int cut = -1;
    double uncut = (double) count * count / ((right - left) * (bottom - top));
    double best = uncut + Math.min(uncut / CLEARLY_DENSER, (double) windowInPlaces / WORTH_A_TRIAL);
    for (int i = top; i < bottom - 1; i++) {
      if (rowTo[i] != 0) {
        least = Math.min(least, rowFrom[i]);
        most = Math.max(most, rowTo[i]);
        above += rowCount[i];
        double below = count - above;
        double density =
            (double) above * above / ((most - least) * (i + 1 - top))
                + below * below / Math.max(1, areaFrom[i + 1]);
        if (density > best) {
          best = density;
          cut = i + 1;
        }
      }
    }
    return cut;
  }

  /**
   * The first changed row after a run of unchanged ones.
   *
   * @param from where to look from
   * @param atLeast so many of them
   * @return {@link #bottom} when there is none
   */
  int rowAfterGap(int from, int atLeast) {
    return afterGap(rowTo, from, bottom, atLeast);
  }

  /** The first changed column after a run of unchanged ones; {@link #right} when there is none. */
  int columnAfterGap(int from, int atLeast) {
    return afterGap(columnTo, from, right, atLeast);
  }

  private static int afterGap(int[] to, int from, int end, int atLeast) {
    int unchanged = 0;
    for (int i = from; i < end; i++) {
      if (to[i] == 0) {
        unchanged++;
      } else if (unchanged >= atLeast) {
        return i;
      } else {
        unchanged = 0;
      }
    }
    return end;
  }

  /** Bounds what changed in some of the rows. */
  void boundRows(int fromY, int toY) {
    boundLeft = Integer.MAX_VALUE;
    boundRight = 0;
    boundTop = -1;
    for (int y = fromY; y < toY; y++) {
      if (rowTo[y] != 0) {
        boundTop = boundTop < 0 ? y : boundTop;
        boundBottom = y + 1;
        boundLeft = Math.min(boundLeft, rowFrom[y]);
        boundRight = Math.max(boundRight, rowTo[y]);
      }
    }
  }

  /** Bounds what changed in some of the columns. */
  void boundColumns(int fromX, int toX) {
    boundTop = Integer.MAX_VALUE;
    boundBottom = 0;
    boundLeft = -1;
    for (int x = fromX; x < toX; x++) {
      if (columnTo[x] != 0) {
        boundLeft = boundLeft < 0 ? x : boundLeft;
        boundRight = x + 1;
        boundTop = Math.min(boundTop, columnFrom[x]);
        boundBottom = Math.max(boundBottom, columnTo[x]);
      }
    }
  }

  int left() {
    return left;
  }

  int top() {
    return top;
  }

  int right() {
    return right;
  }

  int bottom() {
    return bottom;
  }

  /** Changed cells. */
  int count() {
    return count;
  }

  /** The row above which to cut. */
  int rowCut() {
    return rowCut;
  }

  int savedByRowCut() {
    return savedByRowCut;
  }

  /** The column left of which to cut. */
  int columnCut() {
    return columnCut;
  }

  int savedByColumnCut() {
    return savedByColumnCut;
  }

  int boundLeft() {
    return boundLeft;
  }

  int boundTop() {
    return boundTop;
  }

  int boundRight() {
    return boundRight;
  }

  int boundBottom() {
    return boundBottom;
  }
}
