package io.panelwatch.display.frame;

import java.util.Arrays;

/**
 * Where a picture may have changed since it was last shown: a hint that spares the diff the rest.
 *
 * <p>Kept as one stretch of columns per row, the smallest around everything added there. So any
 * number of areas fits, none overflows into a full repaint, and nothing is allocated after
 * construction. Two areas far apart on the same rows also cover what lies between them; that costs
 * a comparison of equal pixels and not one byte on the bus, because the diff is exact.
 *
 * <p>Areas are clipped to the picture. Not thread-safe.
 */
public final class Damage {

  private final int width;
  private final int[] left;
  private final int[] right;

  /** Nothing damaged, of a picture of this size in pixels. */
  public Damage(int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "damage to a picture of " + width + " x " + height + " pixels cannot be");
    }
    this.width = width;
    this.left = new int[height];
    this.right = new int[height];
    clear();
  }

  /** The whole of a picture of this size in pixels. */
  public static Damage whole(int width, int height) {
    Damage damage = new Damage(width, height);
    damage.addWhole();
    return damage;
  }

  /** Columns of the picture. */
  public int width() {
    return width;
  }

  /** Rows of the picture. */
  public int height() {
    return left.length;
  }

  /** Forgets all damage. */
  public void clear() {
    Arrays.fill(left, width);
    Arrays.fill(right, 0);
  }

  /** Damages everything. */
  public void addWhole() {
    Arrays.fill(left, 0);
    Arrays.fill(right, width);
  }

  /** Damages the part of an area that lies inside the picture. */
  public void add(Rect area) {
    int from = Math.max(0, area.x());
    int to = Math.min(width, area.right());
    int bottom = Math.min(left.length, area.bottom());
    for (int row = Math.max(0, area.y()); row < bottom && from < to; row++) {
      left[row] = Math.min(left[row], from);
      right[row] = Math.max(right[row], to);
    }
  }

  /**
   * Adds another's damage: what a frame that was never shown had changed is still to be shown.
   *
   * @throws IllegalArgumentException when it belongs to a picture of another size
   */
  public void add(Damage other) {
    requireSameSize(other);
    for (int row = 0; row < left.length; row++) {
      left[row] = Math.min(left[row], other.left[row]);
      right[row] = Math.max(right[row], other.right[row]);
    }
  }

  /**
   * Adds another's damage as it is after its picture was moved; what is over the edge is left out.
   *
   * @param dx columns to the right; negative to the left
   * @param dy rows down; negative up
   * @throws IllegalArgumentException when it belongs to a picture of another size
   */
  public void addMoved(Damage other, int dx, int dy) {
    requireSameSize(other);
    int bottom = Math.min(left.length, left.length + dy);
    for (int row = Math.max(0, dy); row < bottom; row++) {
      int from = Math.max(0, other.left[row - dy] + dx);
      int to = Math.min(width, other.right[row - dy] + dx);
      if (from < to) {
        left[row] = Math.min(left[row], from);
        right[row] = Math.max(right[row], to);
      }
    }
  }

  /** First damaged column of a row; at or right of {@link #right} when the row is untouched. */
  public int left(int row) {
    return left[row];
  }

  /** The column after the last damaged one of a row; 0 when the row is untouched. */
  public int right(int row) {
    return right[row];
  }

  private void requireSameSize(Damage other) {
    if (other.width != width || other.left.length != left.length) {
      throw new IllegalArgumentException(
          "damage of a %d x %d picture does not fit one of %d x %d"
              .formatted(other.width, other.left.length, width, left.length));
    }
  }
}
