package io.panelwatch.agent.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rows for a terminal, each column as wide as its widest cell. A Chinese sign is as wide as two
 * letters (East Asian Width, UAX 11).
 */
final class Table {

  private static final int GAP = 2;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  private record Row(UnaryOperator<String> look, List<String> cells) {}

  private final List<Row> rows = new ArrayList<>();

  Table(String... header) {
    row(header);
  }

  void row(String... cells) {
    row(UnaryOperator.identity(), cells);
  }

  /** A row whose whole line is given a look that has no width of its own. */
  void row(UnaryOperator<String> look, String... cells) {
    rows.add(new Row(look, Stream.of(cells).map(Table::printable).toList()));
  }

  /**
   * A text that came from outside, in which no control character (C0 and C1 of ECMA-48) gives the
   * terminal an order: a mount point may hold any.
   */
  static String printable(String text) {
    return CONTROL.matcher(text).replaceAll("?");
  }

  void print(PrintWriter out) {
    lines(Integer.MAX_VALUE).forEach(out::println);
  }

  /** Its lines, the header first, each cut to a width in columns. */
  List<String> lines(int most) {
    int columns = rows.getFirst().cells.size();
    int[] widths = new int[columns];
    for (Row row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], width(row.cells.get(i)));
      }
    }
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        line.append(padded(row.cells.get(i), widths[i] + GAP));
      }
      lines.add(row.look.apply(cut(line.toString().stripTrailing(), most)));
    }
    return lines;
  }

  /** As much of a text as has room in so many columns. */
  static String cut(String text, int most) {
    int used = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      used += width(text.codePointAt(i));
      if (used > most) {
        return text.substring(0, i);
      }
    }
    return text;
  }

  /** A text with spaces behind it up to a width in columns; itself where it is wider. */
  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  private static int width(String text) {
    return text.codePoints().map(Table::width).sum();
  }

  private static int width(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  /** Classes W and F: Chinese, Japanese and Korean with their punctuation, and pictures. */
  private static boolean isWide(int codePoint) {
    return (codePoint >= 0x1100 && codePoint <= 0x115F)
        || (codePoint >= 0x2E80 && codePoint <= 0xA4CF && codePoint != 0x303F)
        || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
        || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
        || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
        || (codePoint >= 0xFF01 && codePoint <= 0xFF60)
        || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
        || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF)
        || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
  }
}
