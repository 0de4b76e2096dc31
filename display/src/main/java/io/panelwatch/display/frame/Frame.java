package io.panelwatch.display.frame;

import java.util.Arrays;

/**
 * A picture in memory: {@code width * height} pixels, row by row from the top, each an RGB565 value
 * (red in the five high bits) in a {@code short} of the machine's own byte order.
 *
 * <p>Drawing is clipped: what lies outside the picture is left out, never an error. Not
 * thread-safe: one thread draws a frame, then hands it over.
 */
public final class Frame {

  private final int width;
  private final int height;
  private final short[] pixels;

  /**
   * A black picture.
   *
   * @param width in pixels, 1 or more
   * @param height in pixels, 1 or more
   */
  public Frame(int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "a frame of " + width + " x " + height + " pixels holds no picture");
    }
    this.width = width;
    this.height = height;
    this.pixels = new short[Math.multiplyExact(width, height)];
  }

  /** The RGB565 value nearest below the 8-bit channels, each 0 to 255. */
  public static short rgb565(int red, int green, int blue) {
    return (short) ((red & 0xF8) << 8 | (green & 0xFC) << 3 | (blue & 0xFF) >> 3);
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** The whole picture as a rectangle. */
  public Rect bounds() {
    return new Rect(0, 0, width, height);
  }

  /**
   * The pixels themselves, not a copy: the pixel at (x, y) is at {@code y * width + x}. For code
   * that touches every pixel, where a call each would cost too much.
   */
  public short[] pixels() {
    return pixels;
  }

  /** The pixel at (x, y); black outside the picture. */
  public short pixel(int x, int y) {
    return holds(x, y) ? pixels[y * width + x] : 0;
  }

  /** Sets the pixel at (x, y); nothing outside the picture. */
  public void setPixel(int x, int y, short rgb565) {
    if (holds(x, y)) {
      pixels[y * width + x] = rgb565;
    }
  }

  /** Paints the whole picture in one colour. */
  public void fill(short rgb565) {
    Arrays.fill(pixels, rgb565);
  }

  /** Paints the part of a rectangle that lies inside the picture; negative sizes paint nothing. */
  public void fillRect(int x, int y, int rectWidth, int rectHeight, short rgb565) {
    int left = Math.max(0, x);
    int right = (int) Math.min(width, (long) x + rectWidth);
    int bottom = (int) Math.min(height, (long) y + rectHeight);
    for (int row = Math.max(0, y); row < bottom && left < right; row++) {
      Arrays.fill(pixels, row * width + left, row * width + right, rgb565);
    }
  }

  /** Paints the part of a rectangle that lies inside the picture. */
  public void fillRect(Rect area, short rgb565) {
    fillRect(area.x(), area.y(), area.width(), area.height(), rgb565);
  }

  /**
   * Takes over every pixel of another picture.
   *
   * @throws IllegalArgumentException when the sizes differ
   */
  public void copyFrom(Frame source) {
    requireSameSize(source);
    System.arraycopy(source.pixels, 0, pixels, 0, pixels.length);
  }

  /**
   * Takes over the pixels of one rectangle, at the same place; what lies outside is left out.
   *
   * @throws IllegalArgumentException when the sizes differ
   */
  public void copyFrom(Frame source, int x, int y, int rectWidth, int rectHeight) {
    requireSameSize(source);
    int left = Math.max(0, x);
    int length = (int) Math.min(width, (long) x + rectWidth) - left;
    int bottom = (int) Math.min(height, (long) y + rectHeight);
    for (int row = Math.max(0, y); row < bottom && length > 0; row++) {
      System.arraycopy(source.pixels, row * width + left, pixels, row * width + left, length);
    }
  }

  /** Whether both show the same picture: same size, same pixels. */
  public boolean samePicture(Frame other) {
    return width == other.width && height == other.height && Arrays.equals(pixels, other.pixels);
  }

  private boolean holds(int x, int y) {
    return x >= 0 && x < width && y >= 0 && y < height;
  }

  private void requireSameSize(Frame other) {
    if (other.width != width || other.height != height) {
      throw new IllegalArgumentException(
          "a frame of %d x %d pixels does not fit one of %d x %d"
              .formatted(other.width, other.height, width, height));
    }
  }
}
