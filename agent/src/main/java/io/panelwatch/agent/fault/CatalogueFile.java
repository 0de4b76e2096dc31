package io.panelwatch.agent.fault;

import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads one entry of the catalogue.
 *
 * <pre>
 * failure-mode  one word            level.N.severity  critical, major, minor
 * kind          hardware, ...       level.N.impact    none, degraded, out-of-service
 * ne107         F, C, S, M          level.N.raise     a number, where there is one
 * source        kernel names        level.N.clear     a number, where there is a hysteresis
 * unit          of the limits       symptom.LANG      one sentence; LANG is en or zh
 * side          high, low           advice.N.LANG     one step each, N from 1
 * on-delay      30s, 5m, 2h
 *
 * These may be left out:
 * off-delay     30s, 5m, 2h         clear-reads       reads in a row that see it gone
 * reads         in a row, to raise  clear-by          acknowledgement
 * m-of-n        3 in 10m            enabled           false: only where it is configured
 * part.LANG     what to bring       suppresses        codes that are its symptoms
 * always-told   true: neither a symptom nor muted by a visit
 * on-delay.NAME 30s, 5m, 2h: of the component of that name, in place of on-delay
 * </pre>
 *
 * <p>A key that is not in this table is refused, and so is one that is missing.
 */
final class CatalogueFile {

  private static final String ON_DELAY_OF = "on-delay.";

  private final String code;
  private final Properties keys;

  private CatalogueFile(String code, Properties keys) {
    this.code = code;
    this.keys = keys;
  }

  /**
   * Reads one file.
   *
   * @throws IllegalArgumentException naming file and key, when something is missing or wrong
   */
  static CatalogueEntry read(String code, Reader text) throws IOException {
    var keys = new Properties();
    keys.load(text);
    return new CatalogueFile(code, keys).entry();
  }

  private CatalogueEntry entry() {
    var entry =
        new CatalogueEntry(
            code,
            take("failure-mode"),
            oneOf(FaultKind.class, "kind"),
            ne107(),
            take("source"),
            take("unit"),
            levels(),
            confirm(),
            onDelays(),
            release(),
            bool("enabled", true),
            list("suppresses"),
            bool("always-told", false),
            text("symptom"),
            advice(),
            part());
    if (!keys.isEmpty()) {
      throw wrong(String.join(", ", new TreeSet<>(keys.stringPropertyNames())), "is not a key");
    }
    return entry;
  }

  private Confirm confirm() {
    return new Confirm(
        delay("on-delay", take("on-delay")), reads("reads"), optional("m-of-n").map(this::often));
  }

  private Map<String, Duration> onDelays() {
    Map<String, Duration> delays = new TreeMap<>();
    for (String key : keys.stringPropertyNames()) {
      if (key.startsWith(ON_DELAY_OF)) {
        delays.put(key.substring(ON_DELAY_OF.length()), delay(key, take(key)));
      }
    }
    return delays;
  }

  private Confirm.MOfN often(String text) {
    String[] words = text.split(" in ", -1);
    try {
      return new Confirm.MOfN(Integer.parseInt(words[0]), delay("m-of-n", words[words.length - 1]));
    } catch (NumberFormatException e) {
      throw wrong("m-of-n", "is not like 3 in 10m: " + text);
    }
  }

  private Release release() {
    boolean latched = optional("clear-by").map(this::byAcknowledgement).orElse(false);
    return new Release(
        optional("off-delay").map(text -> delay("off-delay", text)), reads("clear-reads"), latched);
  }

  private boolean byAcknowledgement(String word) {
    if (!word.equals("acknowledgement")) {
      throw wrong("clear-by", "is not acknowledgement: " + word);
    }
    return true;
  }

  private int reads(String key) {
    Optional<String> text = optional(key);
    try {
      int reads = text.map(Integer::parseInt).orElse(1);
      if (reads >= 1) {
        return reads;
      }
    } catch (NumberFormatException e) {
      throw wrong(key, "is no number: " + text.orElse(""));
    }
    throw wrong(key, "is less than one: " + text.orElse(""));
  }

  private boolean bool(String key, boolean otherwise) {
    return optional(key)
        .map(
            word ->
                switch (word) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw wrong(key, "is neither true nor false: " + word);
                })
        .orElse(otherwise);
  }

  private List<Level> levels() {
    Level.Side side = oneOf(Level.Side.class, "side");
    List<Level> levels = new ArrayList<>();
    for (int n = 1; keys.containsKey("level." + n + ".severity"); n++) {
      String level = "level." + n;
      levels.add(
          new Level(
              keys.containsKey(level + ".side") ? oneOf(Level.Side.class, level + ".side") : side,
              number(level + ".raise"),
              number(level + ".clear"),
              oneOf(Severity.class, level + ".severity"),
              oneOf(PublicImpact.class, level + ".impact")));
    }
    return levels;
  }

  private List<Text> advice() {
    List<Text> steps = new ArrayList<>();
    for (int n = 1; keys.containsKey("advice." + n + ".en"); n++) {
      steps.add(text("advice." + n));
    }
    return steps;
  }

  /** In both languages or in none. */
  private Text part() {
    boolean named = keys.containsKey("part.en") || keys.containsKey("part.zh");
    return named ? text("part") : Text.NONE;
  }

  private Text text(String key) {
    return new Text(take(key + ".en"), take(key + ".zh"));
  }

  private Ne107 ne107() {
    String letter = take("ne107");
    return Arrays.stream(Ne107.values())
        .filter(signal -> signal.letter().equals(letter))
        .findFirst()
        .orElseThrow(() -> wrong("ne107", "is none of F, C, S, M: " + letter));
  }

  private <E extends Enum<E>> E oneOf(Class<E> type, String key) {
    String word = take(key);
    try {
      return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw wrong(key, "is none of " + Arrays.toString(type.getEnumConstants()) + ": " + word);
    }
  }

  private OptionalDouble number(String key) {
    Optional<String> text = optional(key);
    try {
      return text.isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(Double.parseDouble(text.get()));
    } catch (NumberFormatException e) {
      throw wrong(key, "is no number: " + text.get());
    }
  }

  private Duration delay(String key, String text) {
    try {
      return Duration.parse("PT" + text);
    } catch (DateTimeParseException e) {
      throw wrong(key, "is no duration like 30s, 5m or 2h: " + text);
    }
  }

  private List<String> list(String key) {
    return optional(key).map(text -> List.of(text.split("[, ]+"))).orElse(List.of());
  }

  private String take(String key) {
    return optional(key).orElseThrow(() -> wrong(key, "is missing"));
  }

  /** What is taken is crossed off, so that what is left over is a mistake. */
  private Optional<String> optional(String key) {
    Object value = keys.remove(key);
    return value instanceof String text && !text.isBlank()
        ? Optional.of(text.strip())
        : Optional.empty();
  }

  private IllegalArgumentException wrong(String key, String what) {
    return new IllegalArgumentException(
        "catalogue/%s.properties: %s %s".formatted(code, key, what));
  }
}
