package io.panelwatch.hal.linux.file;

import java.util.HashSet;
import java.util.Set;

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
