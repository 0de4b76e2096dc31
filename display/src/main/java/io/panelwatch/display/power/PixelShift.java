package io.panelwatch.display.power;

import java.time.Duration;

/**
 * A slow walk of the whole picture, so that no pixel of a glass that burns in is lit all its life.
 *
 * <p>The picture stands in each place of a square around the middle equally long. It moves by one
 * pixel at a time, along the rows of the square to and fro, and from the last place back the same
 * way, so that a move is never seen as a jump. It begins in the middle.
 *
 * @param reachPx how far it goes from the middle, to each side, in pixels; 0 stands still
 * @param period how long it stands in each place
 */
public record PixelShift(int reachPx, Duration period) {

  /** Refuses what is no walk. */
  public PixelShift {
    if (reachPx < 0 || reachPx > 16) {
      throw new IllegalArgumentException("a picture is moved by 0 to 16 pixels, not " + reachPx);
    }
    if (!period.isPositive()) {
      throw new IllegalArgumentException("a picture does not stand for " + period);
    }
  }

  /** Columns to the right of the middle at that time since the begin; negative to the left. */
  public int dx(long elapsedNanos) {
    int place = place(elapsedNanos);
    int row = place / side();
    int column = place % side();
    return (row % 2 == 0 ? column : side() - 1 - column) - reachPx;
  }

  /** Rows below the middle at that time since the begin; negative above. */
  public int dy(long elapsedNanos) {
    return place(elapsedNanos) / side() - reachPx;
  }

  /** How long until the next move, in nanoseconds; {@link Long#MAX_VALUE} where there is none. */
  public long nextMoveNanos(long elapsedNanos) {
    long nanos = period.toNanos();
    return reachPx == 0 ? Long.MAX_VALUE : nanos - Math.floorMod(elapsedNanos, nanos);
  }

  /** Which place of the square, counted along the way. */
  private int place(long elapsedNanos) {
    int places = side() * side();
    if (places == 1) {
      return 0;
    }
    long steps = Math.floorDiv(elapsedNanos, period.toNanos()) + places / 2;
    int there = Math.floorMod(steps, 2 * (places - 1));
    return there < places ? there : 2 * (places - 1) - there;
  }

  private int side() {
    return 2 * reachPx + 1;
  }
}
