package io.panelwatch.agent.control;

import io.avaje.json.JsonWriter;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The keys of an object, written and read: what is not there is null in JSON. */
final class JsonFields {

  private JsonFields() {}

  static void text(JsonWriter json, String key, String value) {
    json.name(key);
    json.value(value);
  }

  static void text(JsonWriter json, String key, Optional<String> value) {
    json.name(key);
    value.ifPresentOrElse(json::value, json::nullValue);
  }

  static void flag(JsonWriter json, String key, boolean value) {
    json.name(key);
    json.value(value);
  }

  /** A number that JSON has no word for is none. */
  static void number(JsonWriter json, String key, OptionalDouble value) {
    json.name(key);
    if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
      json.value(value.getAsDouble());
    } else {
      json.nullValue();
    }
  }

  static void number(JsonWriter json, String key, long value) {
    json.name(key);
    json.value(value);
  }

  static String text(Map<?, ?> map, String key) {
    return map.get(key) instanceof String text ? text : "";
  }

  static Optional<String> optional(Map<?, ?> map, String key) {
    return map.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  static boolean flag(Map<?, ?> map, String key) {
    return Boolean.TRUE.equals(map.get(key));
  }

  static OptionalDouble number(Map<?, ?> map, String key) {
    return map.get(key) instanceof Number number
        ? OptionalDouble.of(number.doubleValue())
        : OptionalDouble.empty();
  }

  static long number(Map<?, ?> map, String key, long otherwise) {
    return map.get(key) instanceof Number number ? number.longValue() : otherwise;
  }

  /** The object of that key; an empty one where there is none. */
  static Map<?, ?> object(Map<?, ?> map, String key) {
    return map.get(key) instanceof Map<?, ?> object ? object : Map.of();
  }
}
