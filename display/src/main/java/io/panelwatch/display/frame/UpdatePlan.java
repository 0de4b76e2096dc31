package io.panelwatch.display.frame;

import io.panelwatch.display.profile.ScanOrder;

/**
 * The windows of one update, in the order in which they are sent, and what they cost together.
 *
 * <p>Belongs to its {@link UpdatePlanner}, which fills it anew with every plan; nothing is
 * allocated then. Windows lie inside the picture and cover every changed pixel; they may overlap.
 */
public final class UpdatePlan {

  private final int[] left;
  private final int[] top;
  private final int[] right;
  private final int[] bottom;
  private int size;
  private long bytes;
  private double nanos;

  UpdatePlan(int capacity) {
    left = new int[capacity];
    top = new int[capacity];
    right = new int[capacity];
    bottom = new int[capacity];
  }

  /** How many windows; 0 when nothing is to be sent. */
  public int size() {
    return size;
  }

  /** First column of a window. */
  public int x(int window) {
    return left[window];
  }

  /** First row of a window. */
  public int y(int window) {
    return top[window];
  }

  /** Columns of a window. */
  public int width(int window) {
    return right[window] - left[window];
  }

  /** Rows of a window. */
  public int height(int window) {
    return bottom[window] - top[window];
  }

  /** Bytes on the bus, addressing included. */
  public long bytes() {
    return bytes;
  }

  /** Modelled time on the bus, in nanoseconds. */
  public double nanos() {
    return nanos;
  }

  /**
   * Puts the windows into the order in which a panel's refresh reaches them. Costs and cover stay
   * what they are; nothing is allocated.
   */
  public void sortFor(ScanOrder order) {
    for (int gap = size / 2; gap > 0; gap /= 2) {
      for (int i = gap; i < size; i++) {
        int at = i;
        while (at >= gap && reached(order, at) < reached(order, at - gap)) {
          swap(at, at - gap);
          at -= gap;
        }
      }
    }
  }

  private int reached(ScanOrder order, int window) {
    return switch (order) {
      case TOP_TO_BOTTOM -> top[window];
      case BOTTOM_TO_TOP -> -bottom[window];
      case LEFT_TO_RIGHT -> left[window];
      case RIGHT_TO_LEFT -> -right[window];
    };
  }

  private void swap(int a, int b) {
    int x = left[a];
    int y = top[a];
    int toX = right[a];
    int toY = bottom[a];
    set(a, left[b], top[b], right[b], bottom[b]);
    set(b, x, y, toX, toY);
  }

  void clear() {
    size = 0;
    bytes = 0;
    nanos = 0;
  }

  void add(int fromX, int fromY, int toX, int toY) {
    left[size] = fromX;
    top[size] = fromY;
    right[size] = toX;
    bottom[size] = toY;
    size++;
  }

  void set(int window, int fromX, int fromY, int toX, int toY) {
    left[window] = fromX;
    top[window] = fromY;
    right[window] = toX;
    bottom[window] = toY;
  }

  /** Columns after the last one. */
  int right(int window) {
    return right[window];
  }

  /** Rows after the last one. */
  int bottom(int window) {
    return bottom[window];
  }

  /** The pixels of all windows together. */
  long area() {
    long area = 0;
    for (int i = 0; i < size; i++) {
      area += area(i);
    }
    return area;
  }

  int area(int window) {
    return width(window) * height(window);
  }

  /** Pixels of the smallest window around one of these and a rectangle. */
  int areaAround(int window, int fromX, int fromY, int toX, int toY) {
    int w = Math.max(right[window], toX) - Math.min(left[window], fromX);
    int h = Math.max(bottom[window], toY) - Math.min(top[window], fromY);
    return w * h;
  }

  /**
   * Pixels that a stretch of a row adds to a window. Exact below the limit; a stretch that is
   * farther off to the side than that adds at least those columns, and is not looked at closer.
   */
  int addedBy(int window, int from, int row, int to, int limit) {
    int w = right[window] - left[window];
    int wider = Math.max(right[window], to) - Math.min(left[window], from) - w;
    if (wider >= limit) {
      return limit;
    }
    int h = bottom[window] - top[window];
    int higher = Math.max(bottom[window], row + 1) - top[window] - h;
    return wider * (h + higher) + w * higher;
  }

  void extend(int window, int fromX, int fromY, int toX, int toY) {
    left[window] = Math.min(left[window], fromX);
    top[window] = Math.min(top[window], fromY);
    right[window] = Math.max(right[window], toX);
    bottom[window] = Math.max(bottom[window], toY);
  }

  /** Takes a window out; the last one gets its place. */
  void remove(int window) {
    size--;
    left[window] = left[size];
    top[window] = top[size];
    right[window] = right[size];
    bottom[window] = bottom[size];
  }

  void price(CostModel model) {
    bytes = 0;
    nanos = 0;
    for (int i = 0; i < size; i++) {
      bytes += model.bytes(width(i), height(i));
      nanos += model.nanos(width(i), height(i));
    }
  }
}
