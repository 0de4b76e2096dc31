import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Reads the bitmaps of GNU Unifont: a line {@code 0041:HEX} a character, 16 rows of 8 or 16 pixels,
 * a bit each.
 */
final class UnifontHex {

  private static final int ROWS = 16;
  private static final int BASELINE = 14;
  private static final byte ALL = 15;

  private UnifontHex() {}

  static void bake(Path hex, SortedSet<Integer> codePoints, Path out) throws IOException {
    SortedMap<Integer, String> bitmaps = new TreeMap<>();
    for (String line : Files.readAllLines(hex)) {
      int codePoint = Integer.parseInt(line.substring(0, line.indexOf(':')), 16);
      if (codePoints.contains(codePoint)) {
        bitmaps.put(codePoint, line.substring(line.indexOf(':') + 1));
      }
    }
    AtlasFile atlas = new AtlasFile(ROWS, ROWS, BASELINE);
    bitmaps.forEach((codePoint, bits) -> atlas.add(glyph(codePoint, bits)));
    atlas.write(out);
  }

  /** The glyph without the empty rows above and below it. */
  private static AtlasFile.Glyph glyph(int codePoint, String bits) {
    int digits = bits.length() / ROWS;
    int width = 4 * digits;
    int top = 0;
    while (top < ROWS && row(bits, top, digits) == 0) {
      top++;
    }
    int bottom = ROWS;
    while (bottom > top && row(bits, bottom - 1, digits) == 0) {
      bottom--;
    }
    if (top == bottom) {
      return new AtlasFile.Glyph(codePoint, width, 0, 0, 0, new byte[0]);
    }
    byte[] coverage = new byte[width * (bottom - top)];
    for (int i = 0; i < coverage.length; i++) {
      int bit = row(bits, top + i / width, digits) >> (width - 1 - i % width);
      coverage[i] = (bit & 1) == 1 ? ALL : 0;
    }
    return new AtlasFile.Glyph(codePoint, width, 0, top, width, coverage);
  }

  private static int row(String bits, int row, int digits) {
    return Integer.parseInt(bits.substring(row * digits, (row + 1) * digits), 16);
  }
}
