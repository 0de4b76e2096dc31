package io.panelwatch.simulator.dispatch;

import io.avaje.json.mapper.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object from outside, read field by field with a type and a bound each. Fields that nobody
 * asks for are ignored, so that a newer device is understood by an older backend.
 */
final class JsonFields {

  /** The integers that every JSON implementation keeps exact (RFC 7493, section 2.2). */
  static final long MAX_INTEGER = (1L << 53) - 1;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final String path;
  private final Map<?, ?> fields;

  private JsonFields(String path, Map<?, ?> fields) {
    this.path = path;
    this.fields = fields;
  }

  static JsonFields parse(String json) throws BadMessageException {
    try {
      return new JsonFields("", MAPPER.fromJsonObject(json));
    } catch (RuntimeException | StackOverflowError e) {
      // The mapper descends by recursion; a payload of nothing but brackets ends it.
      throw new BadMessageException("payload: expected a JSON object (" + firstLine(e) + ")");
    }
  }

  /** A text that must be there. */
  String text(String name, int maxLength) throws BadMessageException {
    return optionalText(name, maxLength)
        .orElseThrow(() -> wrong(name, "a text of 1 to " + maxLength + " characters"));
  }

  /** A text that may be missing, null or empty: then there is none. */
  Optional<String> optionalText(String name, int maxLength) throws BadMessageException {
    Object value = fields.get(name);
    if (value == null || value.equals("")) {
      return Optional.empty();
    }
    if (value instanceof String text && text.length() <= maxLength) {
      return Optional.of(text);
    }
    throw wrong(name, "a text of at most " + maxLength + " characters");
  }

  /** An integer that must be there. */
  long integer(String name, long min, long max) throws BadMessageException {
    if (fields.get(name) instanceof Long value && value >= min && value <= max) {
      return value;
    }
    throw wrong(name, "an integer from " + min + " to " + max);
  }

  /** A flag; missing or null is the default. */
  boolean flag(String name, boolean whenMissing) throws BadMessageException {
    Object value = fields.get(name);
    if (value == null) {
      return whenMissing;
    }
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw wrong(name, "true or false");
  }

  /** An object; a missing one is empty. */
  JsonFields object(String name) throws BadMessageException {
    Object value = fields.get(name);
    return value == null ? new JsonFields(at(name), Map.of()) : asObject(name, value);
  }

  /** A list of objects that must be there. */
  List<JsonFields> objects(String name, int maxLength) throws BadMessageException {
    if (!(fields.get(name) instanceof List<?> values) || values.size() > maxLength) {
      throw wrong(name, "a list of at most " + maxLength + " objects");
    }
    var objects = new ArrayList<JsonFields>();
    for (Object value : values) {
      objects.add(asObject(name, value));
    }
    return objects;
  }

  private JsonFields asObject(String name, @Nullable Object value) throws BadMessageException {
    if (value instanceof Map<?, ?> map) {
      return new JsonFields(at(name), map);
    }
    throw wrong(name, "an object");
  }

  private BadMessageException wrong(String name, String expected) {
    return new BadMessageException(at(name) + ": expected " + expected);
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String firstLine(Throwable e) {
    String message = e.getMessage();
    return message == null ? "nested too deeply" : message.lines().findFirst().orElse("");
  }
}
