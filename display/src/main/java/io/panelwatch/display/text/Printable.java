package io.panelwatch.display.text;

import java.text.Normalizer;

/**
 * Makes text that came from anywhere fit to be set in lines, one character after the other.
 *
 * <p>Letters with combining marks are composed where Unicode has one character for them (UAX 15,
 * form C). Characters that only steer other software go: bidirectional and zero-width controls,
 * variation selectors, control codes. Tabs become spaces and every kind of line end a line feed.
 * What is left and has no glyph stays in the text, to be seen as a box.
 */
public final class Printable {

  private Printable() {}

  /** The text as it can be drawn; itself where that is all of it. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isSpecial(text.charAt(i))) {
        return cleaned(text);
      }
    }
    return text;
  }

  private static boolean isSpecial(char character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character != '\n';
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  private static String cleaned(String text) {
    String lines = text.replace("\r\n", "\n");
    StringBuilder kept = new StringBuilder(lines.length());
    lines.codePoints().map(Printable::drawn).filter(c -> c >= 0).forEach(kept::appendCodePoint);
    // Last, because what goes may have stood between a letter and its mark.
    return Normalizer.normalize(kept, Normalizer.Form.NFC);
  }

  /** What is drawn for a character; negative for nothing. */
  private static int drawn(int codePoint) {
    if (isVariationSelector(codePoint)) {
      return -1;
    }
    return switch (Character.getType(codePoint)) {
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '\n';
      case Character.CONTROL ->
          switch (codePoint) {
            case '\n', '\r', '\f', '\u000B', '\u0085' -> '\n';
            case '\t' -> ' ';
            default -> -1;
          };
      case Character.FORMAT -> -1;
      default -> codePoint;
    };
  }

  /** They choose between pictures of the character before them, of which there is one here. */
  private static boolean isVariationSelector(int codePoint) {
    return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
  }
}
