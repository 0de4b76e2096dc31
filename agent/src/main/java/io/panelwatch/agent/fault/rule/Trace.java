package io.panelwatch.agent.fault.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of one quantity of one component over time. Immutable.
 *
 * <p>The growth of a counter is kept as points of what it has grown to in all since it was first
 * read. When there are too many, the older ones are thinned out: the growth within a window is then
 * taken from a point up to a fifth of the window before it, and never too low.
 *
 * @param first the first value
 * @param highest the highest value
 * @param last the latest value
 * @param points where it grew, oldest first, at most {@link #MOST_POINTS}
 */
record Trace(double first, double highest, double last, List<Point> points) {

  /** How many points are kept. */
  static final int MOST_POINTS = 128;

  /** Points are a fifth of their age apart at most: about 110 of one a second reach over a day. */
  private static final int SPACING = 5;

  /** Before any scan, however far back is asked. */
  private static final long LONG_AGO = Long.MIN_VALUE / 2;

  /** The counter has grown by so much in all, up to that monotonic time. */
  record Point(long nanos, double total) {}

  /** One that begins with this value. */
  static Trace beginning(double value, long nanos) {
    return new Trace(value, value, value, List.of(new Point(nanos, 0)));
  }

  /** One of a counter that stood at this value before the first scan. */
  static Trace counted(double value) {
    return new Trace(value, value, value, List.of(new Point(LONG_AGO, 0)));
  }

  /** One of which a value is known, and not since when. */
  static Trace known(double value) {
    return new Trace(value, value, value, List.of());
  }

  /** Whether it was known before the first scan. */
  boolean isFromBefore() {
    return points.isEmpty() || points.getFirst().nanos() == LONG_AGO;
  }

  /** With the next value of what goes up and down. */
  Trace with(double value) {
    return value == last ? this : new Trace(first, Math.max(highest, value), value, points);
  }

  /**
   * With the next value of a counter.
   *
   * @param beginsAnew whether one that is lower than before has begun anew at 0
   */
  Trace counted(double value, boolean beginsAnew, long nanos) {
    if (value == last) {
      return this;
    }
    double growth = value > last ? value - last : beginsAnew ? Math.max(0, value) : 0;
    return new Trace(
        first, Math.max(highest, value), value, growth > 0 ? grown(growth, nanos) : points);
  }

  private List<Point> grown(double by, long nanos) {
    var all = new ArrayList<>(points);
    all.add(new Point(nanos, total() + by));
    return all.size() > MOST_POINTS ? thinned(all) : List.copyOf(all);
  }

  /** Leaves a point out where the one before it is near enough to the one after it. */
  private static List<Point> thinned(List<Point> all) {
    var kept = new ArrayDeque<Point>();
    Point newer = all.getLast();
    long now = newer.nanos();
    kept.addFirst(newer);
    for (int i = all.size() - 2; i > 0 && now - newer.nanos() <= Past.REACH.toNanos(); i--) {
      if (newer.nanos() - all.get(i - 1).nanos() > (now - newer.nanos()) / SPACING) {
        newer = all.get(i);
        kept.addFirst(newer);
      }
    }
    kept.addFirst(all.getFirst());
    return List.copyOf(kept);
  }

  private double total() {
    return points.isEmpty() ? 0 : points.getLast().total();
  }

  /** By how much it has grown after that monotonic time. */
  double increase(long sinceNanos) {
    double before = 0;
    for (Point point : points) {
      if (point.nanos() <= sinceNanos) {
        before = point.total();
      }
    }
    return total() - before;
  }

  /** The same of what stood at 0 before it was first read: its first value is growth, too. */
  double increaseFromNothing(long sinceNanos) {
    boolean begunSince = !points.isEmpty() && points.getFirst().nanos() > sinceNanos;
    return increase(sinceNanos) + (begunSince ? first : 0);
  }

  /** Whether it grew at that very time. */
  boolean grewAt(long nanos) {
    return points.size() > 1 && points.getLast().nanos() == nanos;
  }
}
