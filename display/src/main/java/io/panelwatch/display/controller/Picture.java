package io.panelwatch.display.controller;

/**
 * What stands on the glass: an immutable picture of 8-bit red, green and blue.
 *
 * <p>Its top left corner is the top left corner of the glass as its maker means it to be held;
 * {@link #turned} gives it as a panel that is mounted otherwise is seen.
 */
public final class Picture {

  private final int width;
  private final int height;
  private final int[] rgb;

  /** Takes the array over: it must not be changed afterwards. */
  Picture(int width, int height, int[] rgb) {
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  /**
   * A picture of pixels from elsewhere than a controller: a framebuffer's memory.
   *
   * @param rgb as 0xRRGGBB, row by row; copied
   * @throws IllegalArgumentException when it does not hold {@code width * height} pixels
   */
  public static Picture of(int width, int height, int[] rgb) {
    if (width < 1 || height < 1 || rgb.length != Math.multiplyExact(width, height)) {
      throw new IllegalArgumentException(
          "%d pixels are no picture of %d x %d".formatted(rgb.length, width, height));
    }
    return new Picture(width, height, rgb.clone());
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /**
   * One pixel as 0xRRGGBB.
   *
   * @throws IndexOutOfBoundsException outside the picture
   */
  public int rgb(int x, int y) {
    if (x < 0 || x >= width || y < 0 || y >= height) {
      throw new IndexOutOfBoundsException(
          "(%d, %d) is outside a picture of %d x %d".formatted(x, y, width, height));
    }
    return rgb[y * width + x];
  }

  /** All pixels as 0xRRGGBB, row by row; a copy. */
  public int[] rgb() {
    return rgb.clone();
  }

  /**
   * The picture as it looks when the panel is turned, in degrees clockwise.
   *
   * @param degrees 0, 90, 180 or 270
   */
  public Picture turned(int degrees) {
    return switch (degrees) {
      case 0 -> this;
      case 90 -> quarterTurn();
      case 180 -> quarterTurn().quarterTurn();
      case 270 -> quarterTurn().quarterTurn().quarterTurn();
      default ->
          throw new IllegalArgumentException(
              "a panel is turned by 0, 90, 180 or 270 degrees, not by " + degrees);
    };
  }

  /**
   * The picture as it looks with that much light behind it.
   *
   * @param percent 0 (black) to 100 (as it is)
   */
  public Picture dimmed(int percent) {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("light is 0 to 100 percent, not " + percent);
    }
    if (percent == 100) {
      return this;
    }
    int[] dimmed = new int[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      int pixel = rgb[i];
      int red = (pixel >> 16 & 0xFF) * percent / 100;
      int green = (pixel >> 8 & 0xFF) * percent / 100;
      int blue = (pixel & 0xFF) * percent / 100;
      dimmed[i] = (red << 16) | (green << 8) | blue;
    }
    return new Picture(width, height, dimmed);
  }

  private Picture quarterTurn() {
    int[] turned = new int[rgb.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        turned[x * height + (height - 1 - y)] = rgb[y * width + x];
      }
    }
    return new Picture(/* width= */ height, /* height= */ width, turned);
  }
}
