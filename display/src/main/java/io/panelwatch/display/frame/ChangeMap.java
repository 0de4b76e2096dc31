package io.panelwatch.display.frame;

import java.util.Arrays;

/** One bit a cell: changed or not; 64 of a row are asked at once. */
final class ChangeMap {

  private static final int BITS_LOG = 6;

  /** Of each byte of a word all bits but the highest. */
  private static final long LOW_BITS = 0x7F7F_7F7F_7F7F_7F7FL;

  /** Multiplied by this, the lowest bits of a word's eight bytes come to be its highest byte. */
  private static final long GATHER = 0x0102_0408_1020_4080L;

  private final int wordsPerRow;
  private final long[] words;

  ChangeMap(int width, int height) {
    wordsPerRow = wordOf(width - 1) + 1;
    words = new long[wordsPerRow * height];
  }

  void clear() {
    Arrays.fill(words, 0);
  }

  /** Marks columns of a row, one at least. */
  void set(int row, int from, int to) {
    int first = row * wordsPerRow + wordOf(from);
    int last = row * wordsPerRow + wordOf(to - 1);
    if (first == last) {
      words[first] |= fromOn(from) & upTo(to);
    } else {
      words[first] |= fromOn(from);
      for (int i = first + 1; i < last; i++) {
        words[i] = -1;
      }
      words[last] |= upTo(to);
    }
  }

  /** Whether the same columns of two rows are marked. */
  boolean sameRows(int one, int other) {
    int ones = one * wordsPerRow;
    int others = other * wordsPerRow;
    for (int i = 0; i < wordsPerRow; i++) {
      if (words[ones + i] != words[others + i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Marks on a grid what is marked in some of the rows here; the grid takes one column or eight
   * together.
   */
  void coarsen(Grid grid, int fromRow, int toRow, ChangeMap coarse) {
    coarse.clear();
    for (int y = fromRow; y < toRow; y++) {
      int row = y * wordsPerRow;
      int coarseRow = grid.row(y) * coarse.wordsPerRow;
      for (int i = 0; i < wordsPerRow; i++) {
        long bits = words[row + i];
        if (bits != 0) {
          int column = grid.column(columnOf(i));
          long marks = grid.columnsLog() == 0 ? bits : markedBytes(bits);
          coarse.words[coarseRow + wordOf(column)] |= marks << column;
        }
      }
    }
  }

  /** Which of a word's bytes hold a bit: one bit each. */
  private static long markedBytes(long bits) {
    long highest = (bits | ((bits & LOW_BITS) + LOW_BITS)) & ~LOW_BITS;
    return ((highest >>> 7) * GATHER) >>> 56;
  }

  /**
   * Shrinks a window to what changed in it, which must be something. Its right and bottom edges may
   * be outside.
   */
  void shrink(UpdatePlan plan, int window) {
    int left = plan.x(window);
    int right = Math.min(plan.right(window), columnOf(wordsPerRow));
    int fromX = right;
    int toX = left;
    int fromY = Math.min(plan.bottom(window), words.length / wordsPerRow);
    int toY = plan.y(window);
    int end = fromY;
    for (int word = wordOf(left); word <= wordOf(right - 1); word++) {
      int column = columnOf(word);
      long mask = columns(Math.max(0, left - column), Math.min(Long.SIZE, right - column));
      long any = 0;
      for (int y = plan.y(window); y < end; y++) {
        long bits = words[y * wordsPerRow + word] & mask;
        if (bits != 0) {
          any |= bits;
          fromY = Math.min(fromY, y);
          toY = Math.max(toY, y + 1);
        }
      }
      if (any != 0) {
        fromX = Math.min(fromX, column + Long.numberOfTrailingZeros(any));
        toX = Math.max(toX, column + Long.SIZE - Long.numberOfLeadingZeros(any));
      }
    }
    plan.set(window, fromX, fromY, toX, toY);
  }

  int wordsPerRow() {
    return wordsPerRow;
  }

  /** Row by row; not a copy. */
  long[] words() {
    return words;
  }

  /** The bits of columns within a word, one at least. */
  static long columns(int from, int to) {
    return fromOn(from) & upTo(to);
  }

  /** Words that a row's columns lie in. */
  static int wordsBetween(int from, int to) {
    return wordOf(to - 1) - wordOf(from) + 1;
  }

  /** The word that holds a column. */
  static int wordOf(int column) {
    return column >> BITS_LOG;
  }

  /** The first column of a word. */
  static int columnOf(int word) {
    return word << BITS_LOG;
  }

  private static long fromOn(int column) {
    return -1L << column;
  }

  private static long upTo(int end) {
    return -1L >>> -end;
  }
}
