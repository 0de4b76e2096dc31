package io.panelwatch.display.frame;

/**
 * A rectangle of pixels: left and top edge, width and height, y downwards. Empty when it has no
 * width or no height. Every operation is total.
 *
 * @param x left edge, in pixels; may be negative
 * @param y top edge, in pixels; may be negative
 * @param width in pixels, 0 or more
 * @param height in pixels, 0 or more
 */
public record Rect(int x, int y, int width, int height) {

  /** Refuses negative sizes. */
  public Rect {
    if (width < 0 || height < 0) {
      throw new IllegalArgumentException(
          "a rectangle of " + width + " x " + height + " pixels has a negative side");
    }
  }

  /** The column right of the last one. */
  public int right() {
    return x + width;
  }

  /** The row below the last one. */
  public int bottom() {
    return y + height;
  }

  /** Whether it holds no pixel. */
  public boolean isEmpty() {
    return width == 0 || height == 0;
  }

  /** Whether the pixel at (px, py) is inside. */
  public boolean contains(int px, int py) {
    return px >= x && px < right() && py >= y && py < bottom();
  }

  /** The pixels that are in both; empty where there is none. */
  public Rect intersect(Rect other) {
    int left = Math.max(x, other.x);
    int top = Math.max(y, other.y);
    int w = Math.min(right(), other.right()) - left;
    int h = Math.min(bottom(), other.bottom()) - top;
    return new Rect(left, top, Math.max(0, w), Math.max(0, h));
  }

  /** The smallest rectangle around both; an empty one adds nothing. */
  public Rect union(Rect other) {
    if (isEmpty()) {
      return other;
    }
    if (other.isEmpty()) {
      return this;
    }
    int left = Math.min(x, other.x);
    int top = Math.min(y, other.y);
    int w = Math.max(right(), other.right()) - left;
    int h = Math.max(bottom(), other.bottom()) - top;
    return new Rect(left, top, w, h);
  }
}
