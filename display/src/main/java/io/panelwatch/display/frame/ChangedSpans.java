package io.panelwatch.display.frame;

import java.util.Arrays;

/**
 * The pixels in which two pictures differ, as stretches within rows, top to bottom and left to
 * right.
 *
 * <p>Stretches of a row that are {@link #FREE_GAP} or fewer equal pixels apart are one: those
 * pixels take at most 10 bytes, a second window would take 11 and six transfers, whatever the bus.
 * So this list never costs more than the exact one and needs a seventh of its room.
 */
final class ChangedSpans {

  static final int FREE_GAP = 5;

  private final int[] row;
  private final int[] from;
  private final int[] to;
  private int size;
  private int boxLeft;
  private int boxRight;

  ChangedSpans(int width, int height) {
    int capacity = capacity(width, height);
    row = new int[capacity];
    from = new int[capacity];
    to = new int[capacity];
  }

  /** The most stretches that a picture of this size can have. */
  static int capacity(int width, int height) {
    return (width / (FREE_GAP + 2) + 1) * height;
  }

  /** Compares the pictures inside the damage. */
  void collect(Frame shown, Frame wanted, Damage damage) {
    size = 0;
    boxLeft = wanted.width();
    boxRight = 0;
    short[] before = shown.pixels();
    short[] after = wanted.pixels();
    for (int y = 0; y < wanted.height(); y++) {
      int start = y * wanted.width();
      collectRow(y, before, after, start + damage.left(y), start + damage.right(y), start);
    }
  }

  private void collectRow(int y, short[] before, short[] after, int first, int end, int start) {
    int at = first;
    while (at < end) {
      int equal = Arrays.mismatch(before, at, end, after, at, end);
      if (equal < 0) {
        return;
      }
      int spanFrom = at + equal;
      int spanTo = endOfSpan(before, after, spanFrom, end);
      add(y, spanFrom - start, spanTo - start);
      at = spanTo;
    }
  }

  /**
   * The index after the last changed pixel before more than FREE_GAP equal ones. Looks from the far
   * end of what one gap can bridge, so that of a solid change only each sixth pixel is compared.
   */
  private static int endOfSpan(short[] before, short[] after, int spanFrom, int end) {
    int lastChanged = spanFrom;
    int i = Math.min(end - 1, lastChanged + FREE_GAP + 1);
    while (i > lastChanged) {
      if (before[i] == after[i]) {
        i--;
      } else {
        lastChanged = i;
        i = Math.min(end - 1, lastChanged + FREE_GAP + 1);
      }
    }
    return lastChanged + 1;
  }

  private void add(int y, int fromX, int toX) {
    row[size] = y;
    from[size] = fromX;
    to[size] = toX;
    size++;
    boxLeft = Math.min(boxLeft, fromX);
    boxRight = Math.max(boxRight, toX);
  }

  int size() {
    return size;
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

  /** Puts the one window around all spans into a plan. */
  void addBox(UpdatePlan plan) {
    plan.add(boxLeft, row[0], boxRight, row[size - 1] + 1);
  }

  /** Puts each span into a plan as a window of its own. */
  void addEach(UpdatePlan plan) {
    for (int i = 0; i < size; i++) {
      plan.add(from[i], row[i], to[i], row[i] + 1);
    }
  }
}
