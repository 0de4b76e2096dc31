package io.panelwatch.agent.config;

import io.panelwatch.agent.config.ValueType.BadValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * One table of the file, asked key by key. What was never asked for when {@link #end()} comes is an
 * unknown key.
 */
final class Section {

  /** How much of a key that somebody made up is worth repeating. */
  private static final int SHOWN_KEY_LENGTH = 64;

  private final String file;
  private final String path;
  private final @Nullable TomlTable table;
  private final Consumer<ConfigurationError> errors;
  private final Set<String> asked = new TreeSet<>();

  private Section(
      String file, String path, @Nullable TomlTable table, Consumer<ConfigurationError> errors) {
    this.file = file;
    this.path = path;
    this.table = table;
    this.errors = errors;
  }

  /** The file's top level. */
  static Section root(String file, TomlTable table, Consumer<ConfigurationError> errors) {
    return new Section(file, "", table, errors);
  }

  /** A table in this one; an empty one where the file has none or something else. */
  Section section(String key) {
    asked.add(key);
    Object raw = raw(key);
    if (raw != null && !(raw instanceof TomlTable)) {
      refuse(key, "is " + ValueTypes.kind(raw) + ", expected a section [" + dotted(key) + "]");
    }
    return new Section(file, dotted(key), raw instanceof TomlTable inner ? inner : null, errors);
  }

  /** The keys that the file has here. */
  List<String> keys() {
    return table == null ? List.of() : List.copyOf(table.keySet());
  }

  /** The keys that nobody has asked for and that are tables: names, where names may stand. */
  List<String> tables() {
    return keys().stream()
        .filter(key -> !asked.contains(key) && raw(key) instanceof TomlTable)
        .toList();
  }

  /** A value; empty where the file has none, and where it has a wrong one, which is an error. */
  <T> Optional<T> value(String key, ValueType<T> type) {
    asked.add(key);
    Object raw = raw(key);
    if (raw == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(type.of(raw));
    } catch (BadValueException e) {
      refuse(key, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Two keys that are of use only together. */
  void needs(String key, String other) {
    if (raw(key) != null && raw(other) == null) {
      refuse(key, "is of no use alone, expected " + other + " too");
    }
  }

  /** Adds an error at that key. */
  void refuse(String key, String problem) {
    TomlPosition position = table == null ? null : table.inputPositionOf(List.of(key));
    errors.accept(
        new ConfigurationError(
            file,
            position == null ? 1 : position.line(),
            position == null ? 1 : position.column(),
            dotted(key),
            problem));
  }

  /** Everything was asked for: the rest is unknown. */
  void end() {
    List<String> unknown = new ArrayList<>(keys());
    unknown.removeAll(asked);
    for (String key : unknown) {
      String meant =
          NearestWord.of(key.substring(0, Math.min(key.length(), SHOWN_KEY_LENGTH)), asked)
              .map(word -> ", did you mean " + word + "?")
              .orElse("");
      refuse(key, "is unknown" + meant + " expected one of " + String.join(", ", asked));
    }
  }

  private @Nullable Object raw(String key) {
    return table == null ? null : table.get(List.of(key));
  }

  private String dotted(String key) {
    String shown = key.length() <= SHOWN_KEY_LENGTH ? key : key.substring(0, SHOWN_KEY_LENGTH);
    String printable = shown.replaceAll("\\p{Cntrl}", "?");
    return path.isEmpty() ? printable : path + "." + printable;
  }
}
