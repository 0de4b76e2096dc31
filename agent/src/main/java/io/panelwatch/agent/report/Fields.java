package io.panelwatch.agent.report;

import io.panelwatch.agent.fault.Text;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object of a stranger, asked for by key, type and bound. Keys that nobody asks for are
 * ignored, so that a newer backend may say more.
 *
 * <p>Everything that does not fit throws {@link IllegalArgumentException} with the key in its
 * message.
 */
final class Fields {

  /** The largest integer that every JSON reader keeps exact. */
  static final long MAX_EXACT = (1L << 53) - 1;

  /** No message of the contract nests deeper than three; a reader recurses for each level. */
  private static final int MAX_DEPTH = 8;

  private static final int MAX_INSTANT_LENGTH = 40;
  private static final Instant LAST_INSTANT = Instant.parse("9999-12-31T23:59:59Z");

  private final String path;
  private final Map<?, ?> object;

  private Fields(String path, Map<?, ?> object) {
    this.path = path;
    this.object = object;
  }

  /** Reads a whole message: one JSON object in UTF-8. */
  static Fields parse(ByteBuffer payload) {
    String json = decode(payload);
    requireFlat(json);
    return new Fields("", Json.parse(json));
  }

  /** The text of a payload. */
  static String decode(ByteBuffer payload) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(payload.duplicate()).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("payload: not UTF-8", e);
    }
  }

  private static void requireFlat(String json) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
      if (depth > MAX_DEPTH) {
        throw new IllegalArgumentException("payload: nested deeper than " + MAX_DEPTH);
      }
    }
  }

  /** A whole number that must be there. */
  long whole(String key, long min, long max) {
    return optionalWhole(key, min, max).orElseThrow(() -> unfit(key, "a whole number"));
  }

  /** A whole number that may be null or missing. */
  OptionalLong optionalWhole(String key, long min, long max) {
    Object value = object.get(key);
    if (value == null) {
      return OptionalLong.empty();
    }
    if (!(value instanceof Long number) || number < min || number > max) {
      throw unfit(key, "a whole number in " + min + ".." + max);
    }
    return OptionalLong.of(number);
  }

  /** A string of 1 to that many characters that must be there. */
  String text(String key, int maxLength) {
    String value = optionalText(key, maxLength);
    if (value.isEmpty()) {
      throw unfit(key, "a text");
    }
    return value;
  }

  /** A string of at most that many characters; empty where it is null or missing. */
  String optionalText(String key, int maxLength) {
    return text(key, object.get(key), maxLength);
  }

  private String text(String key, @Nullable Object value, int maxLength) {
    if (value == null) {
      return "";
    }
    if (!(value instanceof String text) || text.length() > maxLength) {
      throw unfit(key, "a text of at most " + maxLength + " characters");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw unfit(key, "a text on one line");
    }
    return text;
  }

  /** A moment in ISO 8601 that must be there. */
  Instant instant(String key) {
    return optionalInstant(key).orElseThrow(() -> unfit(key, "a time"));
  }

  /** A moment in ISO 8601 between 1970 and 9999 that may be null or missing. */
  Optional<Instant> optionalInstant(String key) {
    String text = optionalText(key, MAX_INSTANT_LENGTH);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Instant instant = Instant.parse(text);
      if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LAST_INSTANT)) {
        throw unfit(key, "a time between 1970 and 9999");
      }
      return Optional.of(instant);
    } catch (DateTimeException e) {
      throw unfit(key, "a time such as 2026-03-01T08:00:00Z");
    }
  }

  /** A sentence in both languages; {@link Text#NONE} where it is null or missing. */
  Text bilingual(String key, int maxLength) {
    return optionalObject(key)
        .map(f -> new Text(f.optionalText("en", maxLength), f.optionalText("zh", maxLength)))
        .orElse(Text.NONE);
  }

  /** An object that may be null or missing. */
  Optional<Fields> optionalObject(String key) {
    Object value = object.get(key);
    return value == null ? Optional.empty() : Optional.of(nested(key, value));
  }

  private Fields nested(String key, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw unfit(key, "an object");
    }
    return new Fields(path + key + ".", map);
  }

  /** Objects, at most that many; none where the list is null or missing. */
  <T> List<T> objects(String key, int maxCount, Function<Fields, T> reader) {
    return elements(key, maxCount).stream().map(e -> reader.apply(nested(key, e))).toList();
  }

  /** Strings of 1 to that many characters. */
  List<String> texts(String key, int maxCount, int maxLength) {
    return elements(key, maxCount).stream()
        .map(
            element -> {
              String text = text(key, element, maxLength);
              if (text.isEmpty()) {
                throw unfit(key, "texts");
              }
              return text;
            })
        .toList();
  }

  /** Whole numbers within a bound. */
  List<Long> wholes(String key, int maxCount, long min, long max) {
    return elements(key, maxCount).stream()
        .map(
            element -> {
              if (!(element instanceof Long number) || number < min || number > max) {
                throw unfit(key, "whole numbers in " + min + ".." + max);
              }
              return number;
            })
        .toList();
  }

  private List<?> elements(String key, int maxCount) {
    Object value = object.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list) || list.size() > maxCount) {
      throw unfit(key, "a list of at most " + maxCount);
    }
    return list;
  }

  private IllegalArgumentException unfit(String key, String expected) {
    return new IllegalArgumentException(path + key + ": expected " + expected);
  }
}
