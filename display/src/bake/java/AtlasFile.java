import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Writes glyphs in the format that {@code io.panelwatch.display.text} describes and reads. */
final class AtlasFile {

  private static final int MAGIC = 0x50574741;
  private static final int VERSION = 1;
  private static final int HEADER_BYTES = 20;
  private static final int ENTRY_BYTES = 11;

  private final int sizePx;
  private final int lineHeight;
  private final int baseline;
  private final List<Glyph> glyphs = new ArrayList<>();

  /** An atlas without glyphs; all lengths are pixels. */
  AtlasFile(int sizePx, int lineHeight, int baseline) {
    this.sizePx = sizePx;
    this.lineHeight = lineHeight;
    this.baseline = baseline;
  }

  /**
   * One glyph.
   *
   * @param coverage 0 to 15, row by row
   */
  record Glyph(int codePoint, int advance, int left, int top, int width, byte[] coverage) {
    int height() {
      return width == 0 ? 0 : coverage.length / width;
    }
  }

  /** Adds one; they come by ascending code point. */
  void add(Glyph glyph) {
    glyphs.add(glyph);
  }

  void write(Path file) throws IOException {
    Files.write(file, encode());
    System.out.printf("%s: %d glyphs, %d bytes%n", file, glyphs.size(), Files.size(file));
  }

  private byte[] encode() {
    ByteArrayOutputStream bitmaps = new ByteArrayOutputStream();
    ByteBuffer table = ByteBuffer.allocate(glyphs.size() * ENTRY_BYTES);
    for (Glyph glyph : glyphs) {
      table.putShort((short) glyph.codePoint());
      table.put((byte) glyph.advance());
      table.put((byte) glyph.left());
      table.put((byte) glyph.top());
      table.put((byte) glyph.width());
      table.put((byte) glyph.height());
      table.putInt(bitmaps.size());
      bitmaps.writeBytes(pack(glyph.coverage()));
    }
    ByteBuffer body = ByteBuffer.allocate(table.capacity() + bitmaps.size());
    body.put(table.array()).put(bitmaps.toByteArray());
    CRC32 crc = new CRC32();
    crc.update(body.array());
    ByteBuffer file = ByteBuffer.allocate(HEADER_BYTES + body.capacity());
    file.putInt(MAGIC).put((byte) VERSION).put((byte) sizePx);
    file.put((byte) lineHeight).put((byte) baseline);
    file.putInt(glyphs.size()).putInt(bitmaps.size()).putInt((int) crc.getValue());
    return file.put(body.array()).array();
  }

  /** Two pixels a byte, the first in the high half; rows follow each other without padding. */
  private static byte[] pack(byte[] coverage) {
    byte[] packed = new byte[(coverage.length + 1) / 2];
    for (int i = 0; i < coverage.length; i++) {
      packed[i / 2] |= (byte) (coverage[i] << (i % 2 == 0 ? 4 : 0));
    }
    return packed;
  }
}
