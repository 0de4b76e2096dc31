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
 *   rgb565   rrrrrggg gggbbbbb                     bulk copies that turn the bytes on the way
 *   rgb666   rrrrrr00 gggggg00 bbbbbb00            five bits are widened by their highest
 *   mono     one byte: eight rows of a column      the low half of the cell
 * </pre>
 *
 * <p>One buffer for all windows; nothing is allocated.
 */
public final class CellPacker {

  private final ColourFormat format;
  private final ByteBuffer bytes;
  private final ShortBuffer shorts;
  private final byte[] row;

  /** For pictures of this size in cells. */
  public CellPacker(ColourFormat format, int width, int height) {
    this.format = format;
    this.bytes =
        ByteBuffer.allocateDirect(format.bytesPerCell() * width * height)
            .order(ByteOrder.BIG_ENDIAN);
    this.shorts = bytes.asShortBuffer();
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
      shorts.put(0, pixels, y * width, width * height);
      return;
    }
    for (int line = 0; line < height; line++) {
      shorts.put(line * width, pixels, (y + line) * cells.width() + x, width);
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
