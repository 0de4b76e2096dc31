package io.panelwatch.display.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines, for Latin and Chinese in one go.
 *
 * <p>A line may end after a space and on either side of a Chinese character, but not before closing
 * punctuation and not after opening punctuation (the rule that GB/T 15834 and CLREQ call line start
 * and line end prohibition). A word wider than a whole line is cut where it must be. Spaces at the
 * ends of lines vanish.
 */
public final class TextWrap {

  private static final String NEVER_FIRST = "，。、；：！？）】》〉」』”’…—～·％℃°,.;:!?)]}%";
  private static final String NEVER_LAST = "（【《〈「『“‘([{￥$";

  private TextWrap() {}

  /**
   * The lines of a text.
   *
   * @param face measures it
   * @param text may hold line feeds
   * @param widthPx of a line; at least one character stands on each line even when it is wider
   * @param maxLines at least 1; when there are more, the last line that is kept ends in an ellipsis
   */
  public static List<String> lines(Face face, String text, int widthPx, int maxLines) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = lineEnd(face, text, start, widthPx);
      int next = skipBreak(text, end);
      if (lines.size() == maxLines - 1 && next < text.length()) {
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
    int lastBreak = start;
    int pen = 0;
    int at = start;
    while (at < text.length() && text.charAt(at) != '\n') {
      int codePoint = text.codePointAt(at);
      pen += face.advancePx(codePoint);
      if (at > start && mayBreakBefore(text, at)) {
        lastBreak = at;
      }
      if (pen > widthPx && at > start && codePoint != ' ') {
        return lastBreak > start ? lastBreak : at;
      }
      at += Character.charCount(codePoint);
    }
    return at;
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
    if (NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0 || after == ' ') {
      return false;
    }
    return before == ' ' || isWide(before) || isWide(after);
  }

  /** Shortens a line until an ellipsis fits behind it. */
  private static String ellipsized(Face face, String line, int widthPx) {
    String kept = line.stripTrailing();
    while (!kept.isEmpty() && face.widthPx(kept + ellipsisAfter(kept)) > widthPx) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1)).stripTrailing();
    }
    return kept + ellipsisAfter(kept);
  }

  /** The Chinese ellipsis stands at half height, which looks wrong behind Latin letters. */
  private static String ellipsisAfter(String kept) {
    return !kept.isEmpty() && isWide(kept.codePointBefore(kept.length())) ? "…" : "...";
  }

  /** Chinese characters, their punctuation and full-width forms: UAX 11, class W and F. */
  private static boolean isWide(int codePoint) {
    return (codePoint >= 0x2E80 && codePoint <= 0x9FFF)
        || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
        || (codePoint >= 0xFF00 && codePoint <= 0xFFEF);
  }
}
