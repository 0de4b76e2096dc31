package io.panelwatch.display.text;

import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.Rect;
import java.util.concurrent.atomic.LongAdder;

/**
 * One size of the typeface: measures and draws single lines. A character that was not baked is
 * drawn as a box and counted, never left out. Thread-safe.
 */
public final class Face {

  /** Around the box of a missing character, as a part of the em. */
  private static final int TOFU_MARGIN_DIVISOR = 8;

  /** The coverage of a pixel that is all ink. */
  private static final int ALL = 15;

  private final GlyphAtlas atlas;
  private final LongAdder missing;

  /**
   * @param atlas the glyphs
   * @param missing counts each box that was drawn for a missing one
   */
  Face(GlyphAtlas atlas, LongAdder missing) {
    this.atlas = atlas;
    this.missing = missing;
  }

  /** The size of the em in pixels, by which faces are named. */
  public int sizePx() {
    return atlas.emPx();
  }

  /** Height of one line in pixels, with the room that keeps two lines apart. */
  public int lineHeightPx() {
    return atlas.lineHeightPx();
  }

  /** Whether each character of a text was baked; line feeds are not drawn and do not count. */
  boolean covers(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int codePoint = text.codePointAt(i);
      if (codePoint != '\n' && atlas.find(codePoint) == GlyphAtlas.ABSENT) {
        return false;
      }
    }
    return true;
  }

  /** How far the pen moves over a character, in pixels. */
  public int advancePx(int codePoint) {
    int glyph = atlas.find(codePoint);
    return glyph == GlyphAtlas.ABSENT ? atlas.emPx() : atlas.advancePx(glyph);
  }

  /** How far the pen moves over a text, in pixels. */
  public int widthPx(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      width += advancePx(text.codePointAt(i));
    }
    return width;
  }

  /** First row below the top of the line that the text touches; the line's height when none. */
  public int inkTopPx(String text) {
    return text.codePoints().map(this::top).min().orElse(lineHeightPx());
  }

  /** The row after the last one that the text touches; 0 when none. */
  public int inkBottomPx(String text) {
    return text.codePoints().map(this::bottom).max().orElse(0);
  }

  /**
   * Draws one line.
   *
   * @param frame what it is blended into
   * @param clip nothing outside is touched
   * @param x where the pen begins
   * @param y top of the line, {@link #lineHeightPx} above its bottom
   * @param text without line feeds
   * @param ink RGB565
   */
  public void draw(Frame frame, Rect clip, int x, int y, String text, short ink) {
    Rect visible = clip.intersect(frame.bounds());
    int pen = x;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int codePoint = text.codePointAt(i);
      int glyph = atlas.find(codePoint);
      if (glyph == GlyphAtlas.ABSENT) {
        missing.increment();
        drawTofu(frame, visible, pen, y, ink);
      } else {
        drawGlyph(frame, visible, pen, y, glyph, ink);
      }
      pen += advancePx(codePoint);
    }
  }

  private void drawGlyph(Frame frame, Rect visible, int pen, int y, int glyph, short ink) {
    int left = pen + atlas.leftPx(glyph);
    int top = y + atlas.topPx(glyph);
    int width = atlas.widthPx(glyph);
    int fromX = Math.max(left, visible.x());
    int toX = Math.min(left + width, visible.right());
    int fromY = Math.max(top, visible.y());
    int toY = Math.min(top + atlas.heightPx(glyph), visible.bottom());
    int first = atlas.firstPixel(glyph);
    short[] pixels = frame.pixels();
    for (int row = fromY; row < toY; row++) {
      int source = first + (row - top) * width - left;
      int target = row * frame.width();
      for (int column = fromX; column < toX; column++) {
        int coverage = atlas.coverage(source + column);
        if (coverage == ALL) {
          pixels[target + column] = ink;
        } else if (coverage != 0) {
          pixels[target + column] = Blend.rgb565(pixels[target + column], ink, coverage);
        }
      }
    }
  }

  private void drawTofu(Frame frame, Rect visible, int pen, int y, short ink) {
    int margin = Math.max(1, sizePx() / TOFU_MARGIN_DIVISOR);
    int side = sizePx() - 2 * margin;
    int thickness = Math.max(1, sizePx() / 16);
    int left = pen + margin;
    int top = y + (lineHeightPx() - side) / 2;
    frame.fillRect(new Rect(left, top, side, thickness).intersect(visible), ink);
    frame.fillRect(new Rect(left, top + side - thickness, side, thickness).intersect(visible), ink);
    frame.fillRect(new Rect(left, top, thickness, side).intersect(visible), ink);
    frame.fillRect(new Rect(left + side - thickness, top, thickness, side).intersect(visible), ink);
  }

  private int top(int codePoint) {
    int glyph = atlas.find(codePoint);
    if (glyph == GlyphAtlas.ABSENT) {
      return (lineHeightPx() - sizePx()) / 2;
    }
    return atlas.heightPx(glyph) == 0 ? lineHeightPx() : atlas.topPx(glyph);
  }

  private int bottom(int codePoint) {
    int glyph = atlas.find(codePoint);
    if (glyph == GlyphAtlas.ABSENT) {
      return (lineHeightPx() + sizePx()) / 2;
    }
    return atlas.heightPx(glyph) == 0 ? 0 : atlas.topPx(glyph) + atlas.heightPx(glyph);
  }
}
