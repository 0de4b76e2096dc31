import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.stream.IntStream;

/**
 * Bakes the glyph atlases of {@code io.panelwatch.display.text}: from TrueType fonts, from the
 * bitmaps of GNU Unifont, and the symbols drawn in {@link Symbols}.
 *
 * <pre>java display/src/bake/java/AtlasBaker.java FONT-DIR UNIFONT.hex BIG-WORDS.txt OUT-DIR</pre>
 *
 * <p>FONT-DIR holds the static Noto Sans SC files named in {@link #main}. Neither build nor board
 * runs this: the atlases are committed. The outlines are filled by Java2D's own rasteriser, without
 * hinting and without the platform's font library drawing a pixel, so that the same font gives the
 * same bytes on every machine. The file format is described in the package that reads it.
 */
public final class AtlasBaker {

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

  static void main(String[] args) throws IOException, FontFormatException {
    if (args.length != 4) {
      System.err.println(
          "usage: java AtlasBaker.java FONT-DIR UNIFONT.hex BIG-WORDS.txt OUTPUT-DIR");
      System.exit(64);
    }
    withoutInstalledFonts();
    Path fonts = Path.of(args[0]);
    Font regular = load(fonts.resolve("400Regular/NotoSansSC_400Regular.ttf"));
    Font medium = load(fonts.resolve("500Medium/NotoSansSC_500Medium.ttf"));
    Font bold = load(fonts.resolve("700Bold/NotoSansSC_700Bold.ttf"));
    SortedSet<Integer> everything = Repertoire.everything();
    SortedSet<Integer> words = Repertoire.latin();
    Files.readString(Path.of(args[2])).codePoints().filter(c -> c >= 0x80).forEach(words::add);
    Path out = Path.of(args[3]);
    bake(regular, 16, everything, out);
    bake(medium, 24, everything, out);
    bake(bold, 32, words, out);
    bake(bold, 48, words, out);
    bake(bold, 72, Repertoire.latin(), out);
    bake(bold, 104, Repertoire.latin(), out);
    bake(bold, 152, Repertoire.latin(), out);
    UnifontHex.bake(Path.of(args[1]), everything, out.resolve("unifont-16.atlas"));
    for (int sizePx : new int[] {16, 24, 32, 48}) {
      Symbols.bake(sizePx, out.resolve("symbols-" + sizePx + ".atlas"));
    }
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

  private static void bake(Font face, int sizePx, SortedSet<Integer> codePoints, Path dir)
      throws IOException {
    AtlasBaker baker = new AtlasBaker(face, sizePx);
    AtlasFile atlas = new AtlasFile(sizePx, baker.lineHeight, baker.baseline);
    StringBuilder absent = new StringBuilder();
    for (int codePoint : codePoints) {
      if (face.canDisplay(codePoint)) {
        atlas.add(baker.glyph(codePoint));
      } else {
        absent.append(' ').append(Integer.toHexString(codePoint));
      }
    }
    atlas.write(dir.resolve("noto-sans-sc-" + sizePx + ".atlas"));
    System.out.println("  not in the font:" + (absent.isEmpty() ? " none" : absent));
  }

  private GlyphVector vector(int codePoint) {
    return font.createGlyphVector(UNHINTED, Character.toString(codePoint));
  }

  private int advance(int codePoint) {
    return (int) Math.round(vector(codePoint).getGlyphMetrics(0).getAdvanceX());
  }

  private AtlasFile.Glyph glyph(int codePoint) {
    GlyphVector vector = vector(codePoint);
    double natural = vector.getGlyphMetrics(0).getAdvanceX();
    boolean digit = codePoint >= '0' && codePoint <= '9';
    int advance = digit ? digitAdvance : (int) Math.round(natural);
    // Half of what rounding gained or lost goes to the left, so that each glyph stays centred.
    float x = (float) ((advance - natural) / 2);
    return Outlines.glyph(codePoint, advance, vector.getOutline(x, baseline));
  }
}
