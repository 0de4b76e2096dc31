package io.panelwatch.agent.png;

import ar.com.hjg.pngj.FilterType;
import ar.com.hjg.pngj.ImageInfo;
import ar.com.hjg.pngj.ImageLineInt;
import java.io.ByteArrayOutputStream;
import java.util.Objects;

/** Writes a picture as PNG (ISO/IEC 15948): 8 bits a channel, RGB, no alpha, no time stamp. */
public final class PngWriter {

  private static final int BITS = 8;

  private PngWriter() {}

  /**
   * The PNG file of a picture; the same picture gives the same bytes.
   *
   * @param width in pixels, from 1
   * @param height in pixels, from 1
   * @param rgb {@code 0xRRGGBB}, row by row from the top left; the upper 8 bits do not matter
   * @throws IllegalArgumentException when there are not width x height pixels
   */
  public static byte[] write(int width, int height, int[] rgb) {
    if (width < 1 || height < 1 || rgb.length != Math.multiplyExact(width, height)) {
      throw new IllegalArgumentException(
          rgb.length + " pixels are no picture of " + width + "x" + height);
    }
    var bytes = new ByteArrayOutputStream(width * height / 4);
    var info = new ImageInfo(width, height, BITS, false);
    var png = new ar.com.hjg.pngj.PngWriter(bytes, info);
    // Flat areas and text: a row is best told by the row above it, and no search pays.
    png.setFilterType(FilterType.FILTER_UP);
    var line = new ImageLineInt(info);
    int[] scanline = Objects.requireNonNull(line.getScanline());
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int pixel = rgb[y * width + x];
        scanline[3 * x] = pixel >> 16 & 0xFF;
        scanline[3 * x + 1] = pixel >> 8 & 0xFF;
        scanline[3 * x + 2] = pixel & 0xFF;
      }
      png.writeRow(line, y);
    }
    png.end();
    return bytes.toByteArray();
  }
}
