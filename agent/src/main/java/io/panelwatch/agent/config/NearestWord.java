package io.panelwatch.agent.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody meant who mistyped. */
final class NearestWord {

  private NearestWord() {}

  /** The word with the fewest single-letter edits; the first by alphabet among equals. */
  static Optional<String> of(String typed, Collection<String> words) {
    return words.stream()
        .min(
            Comparator.<String>comparingInt(word -> edits(typed, word))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** The Levenshtein distance, with one row of the table at a time. */
  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
