package io.panelwatch.hal.linux.file;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Component names: readable, of one line, and no two alike within a scan. */
public final class Names {

  private static final int LONGEST = 80;

  /** What is left of a longer one, before its hash. */
  private static final int KEPT = 71;

  private final Set<String> taken = new HashSet<>();

  /** The name, or the name with the next free number behind it. */
  public String unique(String wanted) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + "#" + i;
    }
    return name;
  }

  /**
   * Names for all of a list: the short one of whatever is alone with it, and the long one of those
   * that would share it.
   *
   * @param all in the order in which numbers are given out where even long names are alike
   */
  public <T> List<String> unique(
      List<T> all, Function<T, String> shortName, Function<T, String> longName) {
    List<String> wanted = all.stream().map(shortName).toList();
    return all.stream()
        .map(
            one -> alone(shortName.apply(one), wanted) ? shortName.apply(one) : longName.apply(one))
        .map(this::unique)
        .toList();
  }

  private static boolean alone(String name, List<String> wanted) {
    return Collections.frequency(wanted, name) == 1;
  }

  /** Whether a name is a prefix with a number behind it, and nothing else: {@code mc0}. */
  public static boolean isNumbered(String name, String prefix) {
    return name.length() > prefix.length()
        && name.startsWith(prefix)
        && name.chars().skip(prefix.length()).allMatch(c -> c >= '0' && c <= '9');
  }

  /** A name as a driver or a firmware gave it, fit to be part of a component's. */
  public static String clean(String given) {
    return ofPath(given).replace('/', '_');
  }

  /**
   * A path, fit to be a component: blanks become underscores, what is not printable ASCII becomes a
   * question mark, and what is longer than a line ends with a hash of all of it: paths that only
   * differ at their end stay different, and keep their name when another one goes.
   */
  public static String ofPath(String given) {
    String stripped = given.strip();
    return stripped.length() <= LONGEST
        ? printable(stripped)
        : "%s~%08x".formatted(printable(stripped.substring(0, KEPT)), stripped.hashCode());
  }

  private static String printable(String stripped) {
    var clean = new StringBuilder();
    for (int i = 0; i < stripped.length(); i++) {
      char c = stripped.charAt(i);
      if (Character.isWhitespace(c)) {
        clean.append('_');
      } else {
        clean.append(c > ' ' && c < 0x7f ? c : '?');
      }
    }
    return clean.toString();
  }
}
