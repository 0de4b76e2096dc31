import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * Bakes the glyph atlases of {@code io.panelwatch.display.text} from TrueType fonts.
 *
 * <pre>java display/src/bake/java/AtlasBaker.java FONT-DIR BIG-WORDS.txt OUTPUT-DIR</pre>
 *
 * <p>FONT-DIR holds the static Noto Sans SC files named in {@link #main}. Neither build nor board
 * runs this: the atlases are committed. The outlines are filled by Java2D's own rasteriser, without
 * hinting and without the platform's font library drawing a pixel, so that the same font gives the
 * same bytes on every machine. The file format is described in the package that reads it.
 */
public final class AtlasBaker {

  private static final int MAGIC = 0x50574741;
  private static final int VERSION = 1;
  private static final int HEADER_BYTES = 20;
  private static final int ENTRY_BYTES = 11;

  /** Symbols beyond Latin-1 and GB2312 that screens use. */
  private static final String EXTRA_SYMBOLS = "–•€™←↑→↓▲▼◀▶●○■□✓⚠";

  /** Line height of 1.3 em keeps two lines of Chinese apart and still fits ten on 240 rows. */
  private static final double LINE_EM = 1.3;

  /** Chinese characters fill the em box, of which this part stands above the baseline. */
  private static final double EM_ABOVE_BASELINE = 0.88;

  private static final FontRenderContext UNHINTED =
      new FontRenderContext(new AffineTransform(), true, true);

  private final Font font;
  private final int sizePx;
  private final int lineHeight;
  private final int baseline;
  private final int digitAdvance;

  private AtlasBaker(Font face, int sizePx) {
    this.font = face.deriveFont((float) sizePx);
    this.sizePx = sizePx;
    this.lineHeight = (int) Math.round(sizePx * LINE_EM);
    this.baseline = (int) Math.round((lineHeight - sizePx) / 2.0 + sizePx * EM_ABOVE_BASELINE);
    this.digitAdvance = IntStream.rangeClosed('0', '9').map(this::advance).max().orElseThrow();
  }

  private record Glyph(int codePoint, int advance, int left, int top, int width, byte[] coverage) {
    int height() {
      return width == 0 ? 0 : coverage.length / width;
    }
  }

  static void main(String[] args) throws IOException, FontFormatException {
    if (args.length != 3) {
      System.err.println("usage: java AtlasBaker.java FONT-DIR BIG-WORDS.txt OUTPUT-DIR");
      System.exit(64);
    }
    withoutInstalledFonts();
    Path fonts = Path.of(args[0]);
    Font regular = load(fonts.resolve("400Regular/NotoSansSC_400Regular.ttf"));
    Font medium = load(fonts.resolve("500Medium/NotoSansSC_500Medium.ttf"));
    Font bold = load(fonts.resolve("700Bold/NotoSansSC_700Bold.ttf"));
    SortedSet<Integer> everything = everything();
    SortedSet<Integer> words = latin();
    Files.readString(Path.of(args[1])).codePoints().filter(c -> c >= 0x80).forEach(words::add);
    Path out = Path.of(args[2]);
    bake(regular, 16, everything, out);
    bake(medium, 24, everything, out);
    bake(bold, 32, words, out);
    bake(bold, 48, words, out);
    bake(bold, 72, latin(), out);
    bake(bold, 104, latin(), out);
    bake(bold, 152, latin(), out);
  }

  /** A minimal system has no fontconfig; Java2D then needs a file that names no fonts at all. */
  private static void withoutInstalledFonts() throws IOException {
    Path none = Files.createTempFile("no-fonts", ".properties");
    none.toFile().deleteOnExit();
    Files.writeString(none, "version=1\nsequence.allfonts=default\n");
    System.setProperty("java.awt.headless", "true");
    System.setProperty("sun.awt.fontconfig", none.toString());
  }

  private static Font load(Path file) throws IOException, FontFormatException {
    return Font.createFont(Font.TRUETYPE_FONT, file.toFile());
  }

  private static SortedSet<Integer> latin() {
    SortedSet<Integer> points = new TreeSet<>();
    IntStream.rangeClosed(0x20, 0x7E).forEach(points::add);
    "…–·°".codePoints().forEach(points::add);
    return points;
  }

  private static SortedSet<Integer> everything() {
    SortedSet<Integer> points = latin();
    IntStream.rangeClosed(0xA0, 0xFF).filter(c -> c != 0xAD).forEach(points::add);
    EXTRA_SYMBOLS.codePoints().forEach(points::add);
    Charset gb2312 = Charset.forName("GB2312");
    for (int row = 0xA1; row <= 0xF7; row++) {
      for (int cell = 0xA1; cell <= 0xFE; cell++) {
        String decoded = new String(new byte[] {(byte) row, (byte) cell}, gb2312);
        decoded.codePoints().filter(c -> c != 0xFFFD).forEach(points::add);
      }
    }
    return points;
  }

  private static void bake(Font face, int sizePx, SortedSet<Integer> codePoints, Path dir)
      throws IOException {
    AtlasBaker baker = new AtlasBaker(face, sizePx);
    List<Glyph> glyphs = new ArrayList<>();
    StringBuilder absent = new StringBuilder();
    for (int codePoint : codePoints) {
      if (face.canDisplay(codePoint)) {
        glyphs.add(baker.glyph(codePoint));
      } else {
        absent.append(' ').append(Integer.toHexString(codePoint));
      }
    }
    Path file = dir.resolve("noto-sans-sc-" + sizePx + ".atlas");
    Files.write(file, baker.encode(glyphs));
    System.out.printf(
        "%s: %d glyphs, %d bytes; not in the font:%s%n",
        file, glyphs.size(), Files.size(file), absent.isEmpty() ? " none" : absent);
  }

  private GlyphVector vector(int codePoint) {
    return font.createGlyphVector(UNHINTED, Character.toString(codePoint));
  }

  private int advance(int codePoint) {
    return (int) Math.round(vector(codePoint).getGlyphMetrics(0).getAdvanceX());
  }

  private Glyph glyph(int codePoint) {
    GlyphVector vector = vector(codePoint);
    double natural = vector.getGlyphMetrics(0).getAdvanceX();
    boolean digit = codePoint >= '0' && codePoint <= '9';
    int advance = digit ? digitAdvance : (int) Math.round(natural);
    // Half of what rounding gained or lost goes to the left, so that each glyph stays centred.
    Shape outline = vector.getOutline((float) ((advance - natural) / 2), baseline);
    Rectangle2D bounds = outline.getBounds2D();
    if (bounds.isEmpty()) {
      return new Glyph(codePoint, advance, 0, 0, 0, new byte[0]);
    }
    int left = (int) Math.floor(bounds.getMinX());
    int top = (int) Math.floor(bounds.getMinY());
    int width = (int) Math.ceil(bounds.getMaxX()) - left;
    int height = (int) Math.ceil(bounds.getMaxY()) - top;
    return new Glyph(codePoint, advance, left, top, width, fill(outline, left, top, width, height));
  }

  private static byte[] fill(Shape outline, int left, int top, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.translate(-left, -top);
    g.fill(outline);
    g.dispose();
    byte[] coverage = new byte[width * height];
    for (int i = 0; i < coverage.length; i++) {
      // Alpha is the share of the pixel that the outline covers; no colour profile comes in
      // between.
      int alpha = image.getRGB(i % width, i / width) >>> 24;
      coverage[i] = (byte) ((alpha * 15 + 127) / 255);
    }
    return coverage;
  }

  private byte[] encode(List<Glyph> glyphs) {
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
