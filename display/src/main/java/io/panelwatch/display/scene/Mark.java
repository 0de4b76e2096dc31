package io.panelwatch.display.scene;

import io.nayuki.qrcodegen.QrCode;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.Rect;
import io.panelwatch.display.text.Blend;
import io.panelwatch.display.text.Face;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One thing that is drawn, at its place and in its colour. A scene laid out is a list of marks;
 * what differs between two lists is what changed on the screen.
 */
sealed interface Mark {

  /** Nothing outside is touched. */
  Rect bounds();

  /**
   * Draws it over what is there.
   *
   * @param clip nothing outside is touched; a mark that {@linkplain #whole cannot be cut} lies in
   *     it
   */
  void paint(Frame frame, Rect clip);

  /** Whether it is drawn whole or not at all. */
  default boolean whole() {
    return true;
  }

  /**
   * A filled rectangle.
   *
   * @param radius of its corners in pixels
   * @param colour RGB565
   */
  record Fill(Rect bounds, int radius, short colour) implements Mark {

    /** Each corner pixel is looked at on a grid of this many by this many points. */
    private static final int GRID = 4;

    @Override
    public boolean whole() {
      return false;
    }

    @Override
    public void paint(Frame frame, Rect clip) {
      int r = Math.min(radius, Math.min(bounds.width(), bounds.height()) / 2);
      int inner = bounds.height() - 2 * r;
      Rect middle = new Rect(bounds.x(), bounds.y() + r, bounds.width(), inner);
      frame.fillRect(middle.intersect(clip), colour);
      for (int dy = 0; dy < r; dy++) {
        int top = bounds.y() + dy;
        int bottom = bounds.bottom() - 1 - dy;
        int straight = bounds.width() - 2 * r;
        frame.fillRect(new Rect(bounds.x() + r, top, straight, 1).intersect(clip), colour);
        frame.fillRect(new Rect(bounds.x() + r, bottom, straight, 1).intersect(clip), colour);
        for (int dx = 0; dx < r; dx++) {
          int coverage = cornerCoverage(dx, dy, r);
          int right = bounds.right() - 1 - dx;
          blend(frame, clip, bounds.x() + dx, top, coverage);
          blend(frame, clip, right, top, coverage);
          blend(frame, clip, bounds.x() + dx, bottom, coverage);
          blend(frame, clip, right, bottom, coverage);
        }
      }
    }

    private void blend(Frame frame, Rect clip, int x, int y, int coverage) {
      if (clip.contains(x, y)) {
        frame.setPixel(x, y, Blend.rgb565(frame.pixel(x, y), colour, coverage));
      }
    }

    /** How much of the pixel (dx, dy) from the corner lies in the quarter circle, 0 to 15. */
    private static int cornerCoverage(int dx, int dy, int radius) {
      int inside = 0;
      int span = 2 * GRID * radius;
      for (int point = 0; point < GRID * GRID; point++) {
        int x = 2 * GRID * dx + 2 * (point % GRID) + 1 - span;
        int y = 2 * GRID * dy + 2 * (point / GRID) + 1 - span;
        inside += x * x + y * y <= span * span ? 1 : 0;
      }
      return inside * 15 / (GRID * GRID);
    }
  }

  /**
   * One line of text.
   *
   * @param bounds what it may touch
   * @param x where the pen begins
   * @param y top of the line
   * @param ink RGB565
   */
  record Line(Rect bounds, Face face, int x, int y, String text, short ink) implements Mark {
    @Override
    public boolean whole() {
      return false;
    }

    @Override
    public void paint(Frame frame, Rect clip) {
      face.draw(frame, bounds.intersect(clip), x, y, text, ink);
    }
  }

  /**
   * A QR code with its quiet zone.
   *
   * @param bounds a square
   * @param scale pixels a module
   */
  record Code(Rect bounds, QrCode code, int scale) implements Mark {
    private static final short DARK = 0;
    private static final short LIGHT = (short) 0xFFFF;

    @Override
    public void paint(Frame frame, Rect clip) {
      frame.fillRect(bounds, LIGHT);
      int left = bounds.x() + QrCodes.QUIET_ZONE * scale;
      int top = bounds.y() + QrCodes.QUIET_ZONE * scale;
      for (int y = 0; y < code.size; y++) {
        for (int x = 0; x < code.size; x++) {
          if (code.getModule(x, y)) {
            frame.fillRect(left + x * scale, top + y * scale, scale, scale, DARK);
          }
        }
      }
    }
  }

  /**
   * Tiles of two colours in turn, from the top left.
   *
   * @param tileWidth in pixels, at least 1
   * @param tileHeight in pixels, at least 1
   * @param first RGB565, of the tile at the top left
   * @param second RGB565, of those beside and below it
   */
  record Tiles(Rect bounds, int tileWidth, int tileHeight, short first, short second)
      implements Mark {
    @Override
    public void paint(Frame frame, Rect clip) {
      for (int y = 0; y < bounds.height(); y++) {
        for (int x = 0; x < bounds.width(); x++) {
          boolean even = (x / tileWidth + y / tileHeight) % 2 == 0;
          frame.setPixel(bounds.x() + x, bounds.y() + y, even ? first : second);
        }
      }
    }
  }

  /**
   * From black on the left to a colour on the right, in the 64 levels of green; red and blue have
   * every second one.
   *
   * @param brightest RGB565, each channel all or nothing
   */
  record Ramp(Rect bounds, short brightest) implements Mark {

    private static final int LEVELS = 64;

    @Override
    public void paint(Frame frame, Rect clip) {
      for (int x = 0; x < bounds.width(); x++) {
        int level = x * LEVELS / bounds.width();
        int grey = level >> 1 << 11 | level << 5 | level >> 1;
        short colour = (short) (grey & brightest);
        frame.fillRect(bounds.x() + x, bounds.y(), 1, bounds.height(), colour);
      }
    }
  }

  /**
   * From black on the left to a colour on the right, by how many pixels of 4 x 4 have it.
   *
   * @param colour RGB565
   */
  record Dots(Rect bounds, short colour) implements Mark {

    /** The order in which they come, row by row, each far from those before (Bayer, 1973). */
    private static final List<Integer> ORDER =
        List.of(0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5);

    @Override
    public void paint(Frame frame, Rect clip) {
      frame.fillRect(bounds, (short) 0);
      for (int y = 0; y < bounds.height(); y++) {
        for (int x = 0; x < bounds.width(); x++) {
          int level = x * (ORDER.size() + 1) / bounds.width();
          if (ORDER.get(y % 4 * 4 + x % 4) < level) {
            frame.setPixel(bounds.x() + x, bounds.y() + y, colour);
          }
        }
      }
    }
  }

  /**
   * A line through values that are equally far apart, one pixel thick, the oldest on the left. Of
   * more values than columns the latest are drawn.
   *
   * @param range the values at the lowest and at the highest row; others are drawn there too
   * @param colour RGB565
   */
  record Curve(Rect bounds, List<OptionalDouble> values, Range range, short colour)
      implements Mark {

    @Override
    public void paint(Frame frame, Rect clip) {
      int count = Math.min(values.size(), bounds.width());
      int skipped = values.size() - count;
      for (int i = 0; i < count; i++) {
        OptionalDouble value = values.get(skipped + i);
        if (value.isPresent()) {
          OptionalDouble before = i > 0 ? values.get(skipped + i - 1) : OptionalDouble.empty();
          int from = before.isPresent() ? column(i - 1, count) : column(i, count);
          segment(
              frame,
              from,
              row(before.orElse(value.getAsDouble())),
              column(i, count),
              row(value.getAsDouble()));
        }
      }
    }

    /** Column by column, each as high as it takes to touch the one before. */
    private void segment(Frame frame, int fromX, int fromY, int toX, int toY) {
      int steps = Math.max(1, toX - fromX);
      int last = fromY;
      for (int step = 0; step <= toX - fromX; step++) {
        int y = fromY + (toY - fromY) * step / steps;
        int top = Math.min(y, last);
        frame.fillRect(fromX + step, top, 1, Math.abs(y - last) + 1, colour);
        last = y;
      }
    }

    private int column(int index, int count) {
      return bounds.x() + (count == 1 ? 0 : index * (bounds.width() - 1) / (count - 1));
    }

    private int row(double value) {
      double part = (value - range.min()) / (range.max() - range.min());
      return bounds.bottom() - 1 - (int) Math.round(Math.clamp(part, 0, 1) * (bounds.height() - 1));
    }
  }
}
