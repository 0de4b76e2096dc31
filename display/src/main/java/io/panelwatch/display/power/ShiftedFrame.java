package io.panelwatch.display.power;

import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;

/**
 * A picture with room around it in which it moves: smaller than the panel by the reach of its
 * {@link PixelShift} on every side, so that nothing of it ever leaves the glass.
 *
 * <pre>
 *   +-------------+     the panel's frame, in the border's colour
 *   |  +-------+  |
 *   |  |picture|  |     moves within it by dx, dy
 *   |  +-------+  |
 *   +-------------+
 * </pre>
 *
 * <p>Draw on {@link #picture()}, {@link #compose} it, show {@link #panel()} with {@link #damage()}.
 * Costs a copy of what changed, and of everything when the place changed; allocates nothing after
 * construction. Not thread-safe.
 */
public final class ShiftedFrame {

  private static final int NOWHERE = -1;

  private final int reachPx;
  private final Frame picture;
  private final Frame panel;
  private final Damage damage;
  private final short border;
  private int left;
  private int top;

  /**
   * A black picture, in no place yet.
   *
   * @param width columns of the panel, more than twice the reach
   * @param height rows of the panel, more than twice the reach
   * @param reachPx as of {@link PixelShift}; with 0 the picture is as large as the panel
   * @param border the colour of what the picture leaves free, RGB565
   */
  public ShiftedFrame(int width, int height, int reachPx, short border) {
    this.reachPx = reachPx;
    this.picture = new Frame(width - 2 * reachPx, height - 2 * reachPx);
    this.panel = new Frame(width, height);
    this.damage = Damage.whole(width, height);
    this.border = border;
    this.left = NOWHERE;
    this.top = NOWHERE;
  }

  /** What is drawn on. */
  public Frame picture() {
    return picture;
  }

  /** What is shown. */
  public Frame panel() {
    return panel;
  }

  /** Where {@link #panel()} may have changed by the last {@link #compose}. */
  public Damage damage() {
    return damage;
  }

  /**
   * Puts the picture into its place.
   *
   * @param changed where the picture may differ from the one composed last
   * @param dx -reach to reach
   * @param dy -reach to reach
   */
  public void compose(Damage changed, int dx, int dy) {
    if (Math.abs(dx) > reachPx || Math.abs(dy) > reachPx) {
      throw new IllegalArgumentException(
          "(%d, %d) is farther than %d pixels".formatted(dx, dy, reachPx));
    }
    damage.clear();
    boolean moved = left != reachPx + dx || top != reachPx + dy;
    left = reachPx + dx;
    top = reachPx + dy;
    if (moved) {
      panel.fill(border);
      damage.addWhole();
    } else {
      damage.addMoved(changed, left, top);
    }
    for (int row = 0; row < picture.height(); row++) {
      int from = moved ? 0 : changed.left(row);
      int to = moved ? picture.width() : changed.right(row);
      if (from < to) {
        copy(row, from, to);
      }
    }
  }

  private void copy(int row, int from, int to) {
    int source = row * picture.width() + from;
    int target = (row + top) * panel.width() + left + from;
    System.arraycopy(picture.pixels(), source, panel.pixels(), target, to - from);
  }
}
