package io.panelwatch.hal.linux.file;

import io.avaje.json.JsonException;
import io.avaje.json.mapper.JsonMapper;
import io.panelwatch.hal.Measured;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object that another program has left in a file. Whatever it holds, reading it ends and
 * throws nothing: what is not there or of another type is absent, what is no JSON is refused as a
 * whole.
 *
 * @param path of the file, for a person
 * @param root the object; values are maps, lists, strings, booleans, longs and doubles
 */
public record JsonFile(String path, Map<String, Object> root) {

  /** Several times what smartctl(8) writes of a disk with long logs. */
  static final int MOST_CHARACTERS = 256 * 1024;

  /** The mapper follows every level with a call of its own. */
  static final int MOST_LEVELS = 16;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Reads the text of a file; empty where that is no JSON object within the bounds. */
  public static Optional<JsonFile> parse(String path, String text) {
    if (text.length() > MOST_CHARACTERS || levels(text) > MOST_LEVELS) {
      return Optional.empty();
    }
    try {
      return Optional.of(new JsonFile(path, MAPPER.fromJsonObject(text)));
    } catch (JsonException | NumberFormatException notJson) {
      // Where it is wrong does not matter: the program that writes it has to be looked at.
      return Optional.empty();
    }
  }

  /** The object under a chain of keys; empty where there is none. */
  public Map<?, ?> object(String... keys) {
    Object value = root;
    for (String key : keys) {
      value = value instanceof Map<?, ?> object ? object.get(key) : null;
    }
    return value instanceof Map<?, ?> object ? object : Map.of();
  }

  /** The elements under a chain of keys that are objects; empty where there are none. */
  public List<Map<?, ?>> objects(String inside, String key) {
    return object(inside).get(key) instanceof List<?> list
        ? list.stream().<Map<?, ?>>mapMulti(JsonFile::ifObject).toList()
        : List.of();
  }

  /** A number of an object, or absent. */
  public static Measured number(Map<?, ?> object, String key) {
    return object.get(key) instanceof Number number && Double.isFinite(number.doubleValue())
        ? Measured.of(number.doubleValue())
        : Measured.absent();
  }

  /** A switch of an object, or absent. */
  public static Measured on(Map<?, ?> object, String key) {
    return object.get(key) instanceof Boolean on ? Measured.of(on) : Measured.absent();
  }

  private static void ifObject(Object element, java.util.function.Consumer<Map<?, ?>> sink) {
    if (element instanceof Map<?, ?> object) {
      sink.accept(object);
    }
  }

  /** How deep the brackets go, those within strings left out. */
  private static int levels(String text) {
    int deepest = 0;
    int level = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '"' -> quoted = !quoted;
        case '\\' -> i += quoted ? 1 : 0; // whatever is escaped ends no string
        case '{', '[' -> deepest = quoted ? deepest : Math.max(deepest, ++level);
        case '}', ']' -> level -= quoted ? 0 : 1;
        default -> {}
      }
    }
    return deepest;
  }
}
