package io.panelwatch.display.power;

import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;

/**
 * A picture that is moved on its panel by a few pixels, as a {@link PixelShift} wants.
 *
 * <pre>
 *   +-----------+     the panel's frame
 *   |  +--------|--+
 *   |  |picture |  |  moved by dx, dy: what is over the edge is cut off,
 *   +-----------+  |  what is left free has the border's colour
 *      +-----------+
 * </pre>
 *
 * <p>The picture is as large as the panel, because a screen of 64 rows has none to spare; what is
 * cut off is at most the reach of the walk, a pixel or two of margin, and comes back with it.
 *
 * <p>Draw on {@link #picture()}, {@link #compose} it, show {@link #panel()} with {@link #damage()}.
 * Costs a copy of what changed, and of everything when the place changed; allocates nothing after
 * construction. Not thread-safe.
 */
public final class ShiftedFrame {

  private static final int NOWHERE = Integer.MIN_VALUE;

  private final Frame picture;
  private final Frame panel;
  private final Damage damage;
  private final short border;
  private int left;
  private int top;

  /**
   * A black picture, in no place yet.
   *
   * @param width columns of the panel
   * @param height rows of the panel
   * @param border the colour of what the picture leaves free, RGB565
   */
  public ShiftedFrame(int width, int height, short border) {
    this.picture = new Frame(width, height);
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
   * @param dx columns to the right; negative to the left
   * @param dy rows down; negative up
   */
  public void compose(Damage changed, int dx, int dy) {
    damage.clear();
    boolean moved = left != dx || top != dy;
    left = dx;
    top = dy;
    if (moved) {
      panel.fill(border);
      damage.addWhole();
    } else {
      damage.addMoved(changed, dx, dy);
    }
    int bottom = Math.min(panel.height(), panel.height() + dy);
    for (int row = Math.max(0, dy); row < bottom; row++) {
      int from = Math.max(damage.left(row), dx);
      int to = Math.min(damage.right(row), panel.width() + dx);
      if (from < to) {
        int source = (row - dy) * picture.width() + from - dx;
        int target = row * panel.width() + from;
        System.arraycopy(picture.pixels(), source, panel.pixels(), target, to - from);
      }
    }
  }
}
