package io.panelwatch.display;

import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.profile.ColourFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;

/**
 * Puts the cells of a window into the bytes that go over the bus, row by row.
 *
 * <pre>
 *   rgb565   rrrrrggg gggbbbbb                     the bytes of each are turned
 *   rgb666   rrrrrr00 gggggg00 bbbbbb00            five bits are widened by their highest
 *   mono     one byte: eight rows of a column      the low half of the cell
 * </pre>
 *
 * <p>One buffer for all windows; nothing is allocated.
 */
public final class CellPacker {

  /** Columns from which on a bulk copy that turns the bytes is worth its call. */
  private static final int LONG_ROW = 128;

  private final ColourFormat format;
  private final ByteBuffer bytes;

  /** The same bytes, for pixels whose bytes it turns. */
  private final ShortBuffer turning;

  /** The same bytes, for pixels whose bytes were turned. */
  private final ShortBuffer turnedAlready;

  private final short[] shortRow = new short[LONG_ROW];
  private final byte[] row;

  /** For pictures of this size in cells. */
  public CellPacker(ColourFormat format, int width, int height) {
    this.format = format;
    this.bytes =
        ByteBuffer.allocateDirect(format.bytesPerCell() * width * height)
            .order(ByteOrder.BIG_ENDIAN);
    this.turning = bytes.asShortBuffer();
    this.turnedAlready = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    this.row = new byte[format.bytesPerCell() * width];
  }

  /**
   * The bytes of one window.
   *
   * @return ready to be sent; overwritten by the next call
   */
  public ByteBuffer pack(Frame cells, int x, int y, int width, int height) {
    bytes.clear();
    switch (format) {
      case RGB565 -> packBulk(cells, x, y, width, height);
      case RGB666 -> packWide(cells, x, y, width, height);
      case MONO -> packBytes(cells, x, y, width, height);
    }
    return bytes.limit(format.bytesPerCell() * width * height);
  }

  private void packBulk(Frame cells, int x, int y, int width, int height) {
    short[] pixels = cells.pixels();
    if (width == cells.width()) {
      turning.put(0, pixels, y * width, width * height);
      return;
    }
    int at = 0;
    for (int line = y; line < y + height; line++) {
      int from = line * cells.width() + x;
      if (width < LONG_ROW) {
        turnRow(pixels, from, width);
        turnedAlready.put(at, shortRow, 0, width);
      } else {
        turning.put(at, pixels, from, width);
      }
      at += width;
    }
  }

  /** A method of its own, so that the compiler makes vectors of it. */
  private void turnRow(short[] pixels, int from, int count) {
    short[] to = shortRow;
    for (int i = 0; i < count; i++) {
      to[i] = Short.reverseBytes(pixels[from + i]);
    }
  }

  private void packWide(Frame cells, int x, int y, int width, int height) {
    short[] pixels = cells.pixels();
    for (int line = 0; line < height; line++) {
      int from = (y + line) * cells.width() + x;
      int at = 0;
      for (int i = from; i < from + width; i++) {
        int pixel = pixels[i];
        row[at++] = (byte) ((pixel >> 8 & 0xF8) | (pixel >> 13 & 0x04));
        row[at++] = (byte) (pixel >> 3 & 0xFC);
        row[at++] = (byte) ((pixel << 3 & 0xF8) | (pixel >> 2 & 0x04));
      }
      bytes.put(line * at, row, 0, at);
    }
  }

  private void packBytes(Frame cells, int x, int y, int width, int height) {
    short[] pixels = cells.pixels();
    for (int line = 0; line < height; line++) {
      int from = (y + line) * cells.width() + x;
      for (int i = 0; i < width; i++) {
        row[i] = (byte) pixels[from + i];
      }
      bytes.put(line * width, row, 0, width);
    }
  }
}
