package io.panelwatch.hal.linux.board;

import io.panelwatch.hal.Measured;

/**
 * Tables of procfs with a name and a number on each line: {@code MemTotal: 3742148 kB} of meminfo,
 * {@code oom_kill 0} of vmstat. A key is looked up in the text itself: two or three of a hundred
 * lines are asked for.
 */
record KeyedNumbers(String text) {

  /** The number behind a key in the table's own unit; absent where there is none. */
  Measured number(String key) {
    int from = lineOf(key);
    if (from < 0) {
      return Measured.absent();
    }
    int start = from + key.length();
    while (start < text.length() && (text.charAt(start) == ':' || text.charAt(start) == ' ')) {
      start++;
    }
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end == start
        ? Measured.absent()
        : Measured.of(Double.parseDouble(text.substring(start, end)));
  }

  private int lineOf(String key) {
    for (int at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
      int end = at + key.length();
      boolean begins = at == 0 || text.charAt(at - 1) == '\n';
      if (begins && end < text.length() && (text.charAt(end) == ':' || text.charAt(end) == ' ')) {
        return at;
      }
    }
    return -1;
  }
}
