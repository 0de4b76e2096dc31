package io.panelwatch.display.text;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * The glyphs of one face in one size, kept as the bytes of their file: a glyph is a position in its
 * table, found by its code point through pages of 256, and its bitmap is never unpacked. Immutable.
 */
public final class GlyphAtlas {

  /** What {@link #find} answers for a character that was not baked. */
  static final int ABSENT = -1;

  private static final int MAGIC = 0x50574741;
  private static final int VERSION = 1;
  private static final int HEADER_BYTES = 20;
  private static final int ENTRY_BYTES = 11;

  private static final int PAGES = 256;
  private static final int PAGE_CHARACTERS = 256;

  private final ByteBuffer file;
  private final byte[] bytes;
  private final int glyphCount;
  private final int bitmaps;

  /** By the two bytes of a code point, where the page has any: its glyph, or ABSENT. */
  private final short[][] pages = new short[PAGES][];

  private GlyphAtlas(byte[] bytes, ByteBuffer file, int glyphCount) {
    this.file = file;
    this.bytes = bytes;
    this.glyphCount = glyphCount;
    this.bitmaps = HEADER_BYTES + glyphCount * ENTRY_BYTES;
  }

  /**
   * Checks a file against its format and takes it.
   *
   * @param bytes the whole file; not to be changed afterwards
   * @param name how messages call it
   * @throws DamagedAtlasException when anything is out of its bounds or its checksum is wrong
   */
  public static GlyphAtlas parse(byte[] bytes, String name) throws DamagedAtlasException {
    if (bytes.length < HEADER_BYTES) {
      throw new DamagedAtlasException(
          name, "has " + bytes.length + " bytes, less than its header of " + HEADER_BYTES);
    }
    ByteBuffer file = ByteBuffer.wrap(bytes);
    if (file.getInt(0) != MAGIC) {
      throw new DamagedAtlasException(name, "does not begin with PWGA");
    }
    if (file.get(4) != VERSION) {
      throw new DamagedAtlasException(
          name, "has version " + file.get(4) + " where " + VERSION + " is understood");
    }
    long glyphs = Integer.toUnsignedLong(file.getInt(8));
    long bitmapBytes = Integer.toUnsignedLong(file.getInt(12));
    long expected = HEADER_BYTES + glyphs * ENTRY_BYTES + bitmapBytes;
    if (expected != bytes.length) {
      throw new DamagedAtlasException(
          name, "has " + bytes.length + " bytes where its header tells of " + expected);
    }
    if (glyphs > Short.MAX_VALUE) {
      throw new DamagedAtlasException(
          name, "tells of " + glyphs + " glyphs where at most " + Short.MAX_VALUE + " can be");
    }
    CRC32 crc = new CRC32();
    crc.update(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES);
    if ((int) crc.getValue() != file.getInt(16)) {
      throw new DamagedAtlasException(name, "has a wrong checksum");
    }
    GlyphAtlas atlas = new GlyphAtlas(bytes, file, (int) glyphs);
    atlas.checkTable(name, bitmapBytes);
    atlas.indexTable();
    return atlas;
  }

  private void checkTable(String name, long bitmapBytes) throws DamagedAtlasException {
    if (emPx() == 0 || baselinePx() > lineHeightPx()) {
      throw new DamagedAtlasException(name, "has no size or a baseline below its line");
    }
    int previous = -1;
    for (int glyph = 0; glyph < glyphCount; glyph++) {
      int codePoint = codePoint(glyph);
      if (codePoint <= previous) {
        throw new DamagedAtlasException(
            name, "has U+%04X out of order at glyph %d".formatted(codePoint, glyph));
      }
      previous = codePoint;
      long offset = Integer.toUnsignedLong(file.getInt(entry(glyph) + 7));
      if (offset + (widthPx(glyph) * heightPx(glyph) + 1) / 2 > bitmapBytes) {
        throw new DamagedAtlasException(
            name, "has the bitmap of U+%04X beyond its end".formatted(codePoint));
      }
    }
  }

  private void indexTable() {
    for (int glyph = 0; glyph < glyphCount; glyph++) {
      int codePoint = codePoint(glyph);
      int page = codePoint / PAGE_CHARACTERS;
      if (pages[page] == null) {
        pages[page] = new short[PAGE_CHARACTERS];
        Arrays.fill(pages[page], (short) ABSENT);
      }
      pages[page][codePoint % PAGE_CHARACTERS] = (short) glyph;
    }
  }

  /** The em size in pixels, which is the width of a Chinese character. */
  int emPx() {
    return unsigned(5);
  }

  int lineHeightPx() {
    return unsigned(6);
  }

  /** Below the top of the line. */
  int baselinePx() {
    return unsigned(7);
  }

  /** The glyph of a character, or {@link #ABSENT}. */
  int find(int codePoint) {
    int number = codePoint / PAGE_CHARACTERS;
    short[] page = number < PAGES ? pages[number] : null;
    return page == null ? ABSENT : page[codePoint % PAGE_CHARACTERS];
  }

  int advancePx(int glyph) {
    return unsigned(entry(glyph) + 2);
  }

  /** Left edge of the bitmap from the pen; may be negative. */
  int leftPx(int glyph) {
    return bytes[entry(glyph) + 3];
  }

  /** Top edge of the bitmap from the top of the line; may be negative. */
  int topPx(int glyph) {
    return bytes[entry(glyph) + 4];
  }

  int widthPx(int glyph) {
    return unsigned(entry(glyph) + 5);
  }

  int heightPx(int glyph) {
    return unsigned(entry(glyph) + 6);
  }

  /** The first pixel of a glyph's bitmap, for {@link #coverage}; the others follow row by row. */
  int firstPixel(int glyph) {
    return 2 * (bitmaps + file.getInt(entry(glyph) + 7));
  }

  /** How much of a pixel of a bitmap its glyph covers, 0 to 15. */
  int coverage(int pixel) {
    int pair = bytes[pixel >> 1];
    return (pixel & 1) == 0 ? (pair >> 4) & 0xF : pair & 0xF;
  }

  private int codePoint(int glyph) {
    return file.getShort(entry(glyph)) & 0xFFFF;
  }

  private int unsigned(int at) {
    return bytes[at] & 0xFF;
  }

  private static int entry(int glyph) {
    return HEADER_BYTES + glyph * ENTRY_BYTES;
  }
}
