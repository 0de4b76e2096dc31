package io.panelwatch.agent.ups;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line of the protocol: words between blanks, and texts in double quotes, in which a
 * backslash takes the next character as it is ({@code common/parseconf.c} of NUT).
 */
final class NutWords {

  private NutWords() {}

  static List<String> of(String line) {
    List<String> words = new ArrayList<>();
    var word = new StringBuilder();
    boolean quoted = false;
    boolean begun = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        word.append(line.charAt(++i));
        begun = true;
      } else if (c == '"') {
        quoted = !quoted;
        begun = true;
      } else if (!quoted && Character.isWhitespace(c)) {
        if (begun) {
          words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
      } else {
        word.append(c);
        begun = true;
      }
    }
    if (begun) {
      words.add(word.toString());
    }
    return words;
  }
}
