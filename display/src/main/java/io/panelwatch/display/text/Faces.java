package io.panelwatch.display.text;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The bundled typefaces in the sizes that were baked. Noto Sans SC: the two smaller sizes hold
 * Latin-1, GB2312 and symbols; the next two Latin letters, digits and the Chinese words that are
 * shown big; the largest Latin letters and digits. GNU Unifont, drawn pixel by pixel, takes the
 * place of the smallest size where a panel knows no grey. The symbols are our own.
 *
 * <p>A size is read at its first use and kept. Thread-safe.
 */
public final class Faces {

  private static final int[] SIZES_PX = {16, 24, 32, 48, 72, 104, 152};
  private static final int[] SYMBOL_SIZES_PX = {16, 24, 32, 48};

  /** So many of them, the smallest, hold every character that was baked at all. */
  private static final int WHOLE_REPERTOIRE = 2;

  private static final String SMOOTH = "noto-sans-sc-";
  private static final String CRISP = "unifont-";

  /** By the names of their files. */
  private final Map<String, Face> loaded;

  private final LongAdder missing;
  private final String smallest;

  /** Nothing is read yet. */
  public Faces() {
    this(new ConcurrentHashMap<>(), new LongAdder(), SMOOTH);
  }

  private Faces(Map<String, Face> loaded, LongAdder missing, String smallest) {
    this.loaded = loaded;
    this.missing = missing;
    this.smallest = smallest;
  }

  /** The same faces and the same counter, but with running text that has no grey pixel. */
  public Faces crisp() {
    return new Faces(loaded, missing, CRISP);
  }

  /**
   * The symbols of the largest size not above the given one, one for each character from U+E000;
   * the smallest where none is.
   *
   * @param maxSizePx side of their square in pixels
   * @throws UncheckedIOException when an atlas is missing or damaged
   */
  public Face symbols(int maxSizePx) {
    int size = SYMBOL_SIZES_PX[0];
    for (int larger : SYMBOL_SIZES_PX) {
      size = larger <= maxSizePx ? larger : size;
    }
    return face("symbols-" + size);
  }

  /**
   * The largest face not above a size that has every character of a text. For a text that no face
   * has whole, the largest of those with the whole repertoire, which then draws boxes.
   *
   * @param maxSizePx em size in pixels
   * @param text what is to be drawn
   * @throws UncheckedIOException when an atlas is missing or damaged
   */
  public Face atMost(int maxSizePx, String text) {
    return largest(text, maxSizePx, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  /**
   * The largest face in which a text is on one line inside a box; the smallest face when none is.
   * Height counts from the highest to the lowest pixel of the text.
   *
   * @param text what is to be drawn
   * @param widthPx of the box
   * @param heightPx of the box
   * @throws UncheckedIOException when an atlas is missing or damaged
   */
  public Face largestWithin(String text, int widthPx, int heightPx) {
    return largest(text, Integer.MAX_VALUE, widthPx, heightPx);
  }

  /** How many boxes were drawn so far for characters that no face has. */
  public long missingGlyphs() {
    return missing.sum();
  }

  private Face largest(String text, int maxSizePx, int widthPx, int heightPx) {
    Face small = face(smallest + SIZES_PX[0]);
    boolean known = small.covers(text);
    int largest = known ? SIZES_PX.length - 1 : WHOLE_REPERTOIRE - 1;
    for (int i = largest; i > 0; i--) {
      if (SIZES_PX[i] > maxSizePx || hopeless(SIZES_PX[i], text, widthPx, heightPx)) {
        continue;
      }
      Face face = face(SMOOTH + SIZES_PX[i]);
      if ((!known || face.covers(text))
          && face.widthPx(text) <= widthPx
          && face.inkBottomPx(text) - face.inkTopPx(text) <= heightPx) {
        return face;
      }
    }
    return small;
  }

  /** Too small a box even for narrow letters: such a size need not be read to know it. */
  private static boolean hopeless(int sizePx, String text, int widthPx, int heightPx) {
    return sizePx / 2 > heightPx || (long) text.length() * sizePx / 5 > widthPx;
  }

  private Face face(String name) {
    return loaded.computeIfAbsent(name, wanted -> new Face(read(wanted + ".atlas"), missing));
  }

  private static GlyphAtlas read(String name) {
    try (InputStream in = Faces.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException("glyph atlas " + name + " is not in this package");
      }
      return GlyphAtlas.parse(in.readAllBytes(), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
