package io.panelwatch.display.text;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

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

  /** Of the files of each size, the smallest first. */
  private final List<String> names;

  /** Nothing is read yet. */
  public Faces() {
    this(new ConcurrentHashMap<>(), new LongAdder(), names(SMOOTH));
  }

  private Faces(Map<String, Face> loaded, LongAdder missing, List<String> names) {
    this.loaded = loaded;
    this.missing = missing;
    this.names = names;
  }

  /** The same faces and the same counter, but with running text that has no grey pixel. */
  public Faces crisp() {
    return new Faces(loaded, missing, names(CRISP));
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
    int largest = 0;
    while (largest + 1 < SIZES_PX.length && SIZES_PX[largest + 1] <= maxSizePx) {
      largest++;
    }
    if (largest == 0) {
      return face(names.getFirst());
    }
    boolean known = face(names.getFirst()).covers(text);
    for (int i = known ? largest : Math.min(largest, WHOLE_REPERTOIRE - 1); i > 0; i--) {
      Face face = face(names.get(i));
      if (!known || face.covers(text)) {
        return face;
      }
    }
    return face(names.getFirst());
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
    Face small = face(names.getFirst());
    boolean known = small.covers(text);
    for (int i = known ? SIZES_PX.length - 1 : WHOLE_REPERTOIRE - 1; i > 0; i--) {
      if (hopeless(SIZES_PX[i], text, widthPx, heightPx)) {
        continue;
      }
      Face face = face(names.get(i));
      if ((!known || face.covers(text))
          && face.widthPx(text) <= widthPx
          && face.inkBottomPx(text) - face.inkTopPx(text) <= heightPx) {
        return face;
      }
    }
    return small;
  }

  /** How many boxes were drawn so far for characters that no face has. */
  public long missingGlyphs() {
    return missing.sum();
  }

  /** Too small a box even for narrow letters: such a size need not be read to know it. */
  private static boolean hopeless(int sizePx, String text, int widthPx, int heightPx) {
    return sizePx / 2 > heightPx || (long) text.length() * sizePx / 5 > widthPx;
  }

  private static List<String> names(String smallest) {
    return IntStream.range(0, SIZES_PX.length)
        .mapToObj(i -> (i == 0 ? smallest : SMOOTH) + SIZES_PX[i])
        .toList();
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
