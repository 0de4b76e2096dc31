package io.panelwatch.simulator.board;

import io.panelwatch.display.profile.ProfileSum;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All profiles that differ from one in a single number or keyword, their sums made right again. */
final class ProfileMutants {

  /** One of them. */
  record Mutant(String label, String change, String text) {}

  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final List<String> KEYWORDS =
      List.of("rgb565", "rgb666", "mono", "dcs", "dcs-keep", "page", "page-window");

  private final String[] lines;
  private final List<Mutant> mutants = new ArrayList<>();

  private ProfileMutants(byte[] profile) {
    String text = new String(ProfileSum.without(profile), StandardCharsets.UTF_8);
    this.lines = text.split("\n", -1);
  }

  /** Every mutant of a profile. */
  static List<Mutant> of(byte[] profile) {
    var of = new ProfileMutants(profile);
    String section = "";
    for (int i = 0; i < of.lines.length; i++) {
      String said = of.lines[i].replaceFirst("#.*", "");
      if (said.startsWith("[")) {
        section = said.strip();
      }
      of.mutateLine(i, said, section);
    }
    return of.mutants;
  }

  private void mutateLine(int line, String said, String section) {
    Matcher words = WORD.matcher(said);
    if (!words.find() || words.group().equals("name") || words.group().equals("datasheet")) {
      return;
    }
    String key = words.group();
    int parameter = 0;
    while (words.find()) {
      String word = words.group();
      parameter++;
      if (key.equals("command") && parameter == 1) {
        key = section + " " + word;
      }
      String label = key + "#" + (key.startsWith("[") ? parameter - 1 : parameter);
      for (String other : othersOf(word)) {
        add(line, words.start(), words.end(), label, word + " -> " + other, other);
      }
    }
  }

  private void add(int line, int from, int to, String label, String change, String other) {
    String[] changed = lines.clone();
    changed[line] = lines[line].substring(0, from) + other + lines[line].substring(to);
    byte[] text = String.join("\n", changed).getBytes(StandardCharsets.UTF_8);
    String whole = new String(ProfileSum.with(text), StandardCharsets.UTF_8);
    mutants.add(new Mutant(label, label + ": " + change, whole));
  }

  private static List<String> othersOf(String word) {
    if (word.matches("0x[0-9A-F]{2}")) {
      int value = Integer.parseInt(word.substring(2), 16);
      return List.of(hex(value ^ 0x01), hex(value ^ 0x08), hex(value ^ 0x40));
    }
    if (word.matches("0x[0-9A-F]{8}")) {
      long value = Long.parseLong(word.substring(2), 16);
      return List.of("0x%08X".formatted(value ^ 0x0002_0000L), "0x%08X".formatted(value ^ 0x0400L));
    }
    if (word.matches("[0-9]+")) {
      long value = Long.parseLong(word);
      return value == 0 ? List.of("1") : List.of(Long.toString(value - 1));
    }
    return KEYWORDS.contains(word)
        ? KEYWORDS.stream().filter(keyword -> !keyword.equals(word)).toList()
        : List.of();
  }

  private static String hex(int value) {
    return "0x%02X".formatted(value);
  }
}
