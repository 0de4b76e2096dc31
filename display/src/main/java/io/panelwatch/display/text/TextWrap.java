package io.panelwatch.display.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines, for Latin and Chinese in one go.
 *
 * <p>A line may end after a space and on either side of a Chinese character, but not before closing
 * punctuation and not after opening punctuation (the rule that GB/T 15834 and CLREQ call line start
 * and line end prohibition). A word wider than a whole line is cut where it must be. Spaces at the
 * ends of lines vanish, and so do line feeds at the end of the text.
 */
public final class TextWrap {

  private static final String NEVER_FIRST = "，。、；：！？）】》〉」』”’…—～·％℃°〕｝］,.;:!?)]}%";
  private static final String NEVER_LAST = "（【《〈「『“‘〔｛［([{￥$";

  private TextWrap() {}

  /**
   * The lines of a text.
   *
   * @param face measures it
   * @param text may hold line feeds
   * @param widthPx of a line; at least one character stands on each line even when it is wider
   * @param maxLines at least 1; when there are more, the last line that is kept ends in an
   *     ellipsis, or is empty where not even that has room
   */
  public static List<String> lines(Face face, String text, int widthPx, int maxLines) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    int length = text.stripTrailing().length();
    while (start < length) {
      int end = lineEnd(face, text, start, widthPx);
      int next = skipBreak(text, end);
      if (lines.size() == maxLines - 1 && next < length) {
        lines.add(ellipsized(face, text.substring(start, paragraphEnd(text, start)), widthPx));
        return lines;
      }
      lines.add(text.substring(start, end).stripTrailing());
      start = next;
    }
    return lines;
  }

  /** A text on one line: itself where it fits, otherwise its beginning and an ellipsis. */
  public static String oneLine(Face face, String text, int widthPx) {
    List<String> lines = lines(face, text, widthPx, 1);
    return lines.isEmpty() ? "" : lines.getFirst();
  }

  /** Where the line that begins at {@code start} ends: a line feed, a break or the text's end. */
  private static int lineEnd(Face face, String text, int start, int widthPx) {
    int pen = 0;
    int at = start;
    while (at < text.length() && text.charAt(at) != '\n') {
      int codePoint = text.codePointAt(at);
      pen += face.advancePx(codePoint);
      if (pen > widthPx && at > start && codePoint != ' ') {
        return lastBreak(text, start, at);
      }
      at += Character.charCount(codePoint);
    }
    return at;
  }

  /** Where a line is broken that has no room for the character at {@code widest}. */
  private static int lastBreak(String text, int start, int widest) {
    for (int at = widest; at > start; at = text.offsetByCodePoints(at, -1)) {
      if (mayBreakBefore(text, at)) {
        return at;
      }
    }
    return cut(text, start, widest);
  }

  /** Where a word is cut that fills the line: sooner rather than beside forbidden punctuation. */
  private static int cut(String text, int start, int widest) {
    for (int at = widest; at > start; at = text.offsetByCodePoints(at, -1)) {
      if (NEVER_FIRST.indexOf(text.codePointAt(at)) < 0 && NEVER_LAST.indexOf(last(text, at)) < 0) {
        return at;
      }
    }
    return widest;
  }

  private static int paragraphEnd(String text, int start) {
    int feed = text.indexOf('\n', start);
    return feed < 0 ? text.length() : feed;
  }

  private static int skipBreak(String text, int end) {
    int next = end;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    return next < text.length() && text.charAt(next) == '\n' ? next + 1 : next;
  }

  private static boolean mayBreakBefore(String text, int at) {
    int before = text.codePointBefore(at);
    int after = text.codePointAt(at);
    return (before == ' ' || isWide(before) || isWide(after))
        && after != ' '
        && NEVER_FIRST.indexOf(after) < 0
        && NEVER_LAST.indexOf(last(text, at)) < 0;
  }

  /** The character that a line would end with, had it its end there: spaces vanish. */
  private static int last(String text, int end) {
    int at = end;
    while (at > 1 && text.charAt(at - 1) == ' ') {
      at--;
    }
    return text.codePointBefore(at);
  }

  /** The longest beginning of a line that leaves room for an ellipsis behind it. */
  private static String ellipsized(Face face, String line, int widthPx) {
    int kept = 0;
    int pen = 0;
    for (int at = 0; at < line.length() && pen <= widthPx; ) {
      int codePoint = line.codePointAt(at);
      pen += face.advancePx(codePoint);
      at += Character.charCount(codePoint);
      if (codePoint != ' ' && pen + face.widthPx(ellipsisAfter(codePoint)) <= widthPx) {
        kept = at;
      }
    }
    String ellipsis = ellipsisAfter(kept == 0 ? ' ' : line.codePointBefore(kept));
    return kept == 0 && face.widthPx(ellipsis) > widthPx ? "" : line.substring(0, kept) + ellipsis;
  }

  /** The Chinese ellipsis stands at half height, which looks wrong behind Latin letters. */
  private static String ellipsisAfter(int codePoint) {
    return isWide(codePoint) ? "…" : "...";
  }

  /** Chinese characters, their punctuation and full-width forms: UAX 11, class W and F. */
  private static boolean isWide(int codePoint) {
    return (codePoint >= 0x2E80 && codePoint <= 0x9FFF)
        || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
        || (codePoint >= 0xFF00 && codePoint <= 0xFFEF);
  }
}
