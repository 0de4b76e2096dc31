package io.panelwatch.display.profile;

import io.panelwatch.display.profile.ProfileText.Line;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The values of a profile's keys. A value that is missing or wrong is complained about and stood in
 * for, so that reading can go on.
 */
final class Values {

  private static final Pattern OCTAL = Pattern.compile("0[0-9]+");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}|0x[0-9A-Fa-f]{1,8}");
  private static final int HEXADECIMAL = 16;

  /** Stands in for a line that is not there. */
  private static final Line ABSENT = new Line(0, List.of());

  private final ProfileText text;
  private final Complaints complaints;

  Values(ProfileText text, Complaints complaints) {
    this.text = text;
    this.complaints = complaints;
  }

  /** The line of a key that must be there once, with that many words; else one without words. */
  Line line(String key, int words) {
    Line line = anyLine(key);
    if (line.words().isEmpty() || line.words().size() == words) {
      return line;
    }
    complaints.about(line.number(), key + " wants " + words + (words == 1 ? " value" : " values"));
    return ABSENT;
  }

  /** The line of a key that must be there once, with a word at least; else one without words. */
  Line anyLine(String key) {
    if (!has(key)) {
      complaints.about(0, key + " is missing");
      return ABSENT;
    }
    return lines(key).getFirst();
  }

  boolean has(String key) {
    return text.entries().containsKey(key);
  }

  /** The number of the line that a key stands on; 0 where it does not. */
  int lineOf(String key) {
    return has(key) ? lines(key).getFirst().number() : 0;
  }

  /** All lines of a key, in the order of the file. */
  List<Line> lines(String key) {
    return text.entries().getOrDefault(key, List.of());
  }

  String words(String key) {
    return String.join(" ", anyLine(key).words());
  }

  Optional<String> word(String key) {
    return line(key, 1).words().stream().findFirst();
  }

  /** A number that must be there; {@code min} where it is not. */
  int whole(String key, int min, int max) {
    return word(key).map(word -> whole(lineOf(key), word, min, max)).orElse(min);
  }

  /** A number in some line; {@code min} where it is none. */
  int whole(int line, String word, int min, int max) {
    return (int) number(line, word, min, max);
  }

  /** A number in some line, hexadecimal or decimal; {@code min} where it is none. */
  long number(int line, String word, long min, long max) {
    if (OCTAL.matcher(word).matches()) {
      complaints.about(
          line, word + " begins with 0: write a decimal without it, or 0x hexadecimal");
    } else if (!NUMBER.matcher(word).matches()) {
      complaints.about(line, word + " is no whole number, decimal or 0x hexadecimal");
    } else {
      long value =
          word.startsWith("0x")
              ? Long.parseLong(word, 2, word.length(), HEXADECIMAL)
              : Long.parseLong(word);
      if (value >= min && value <= max) {
        return value;
      }
      complaints.about(line, word + " is not within " + min + ".." + max);
    }
    return min;
  }

  /** One of a closed set, by the text that a key must have; the first where it is none. */
  <T> T choice(String key, List<T> all, Function<T, String> text) {
    return word(key).map(word -> choice(lineOf(key), word, all, text)).orElse(all.getFirst());
  }

  /** One of a closed set, by its text; the first of the set where it is none. */
  <T> T choice(int line, String word, List<T> all, Function<T, String> text) {
    return all.stream()
        .filter(one -> text.apply(one).equals(word))
        .findFirst()
        .orElseGet(
            () -> {
              complaints.about(line, word + " is none of " + all.stream().map(text).toList());
              return all.getFirst();
            });
  }
}
