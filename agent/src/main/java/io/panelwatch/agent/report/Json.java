package io.panelwatch.agent.report;

import io.avaje.json.JsonWriter;
import io.avaje.json.mapper.JsonMapper;
import io.avaje.json.stream.JsonStream;
import io.panelwatch.agent.fault.Text;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Writes JSON as the contract has it: every key is there, an absent value is null. */
final class Json {

  private static final JsonStream STREAM =
      JsonStream.builder().serializeNulls(true).serializeEmpty(true).build();

  private static final JsonMapper MAPPER = JsonMapper.builder().jsonStream(STREAM).build();

  private Json() {}

  /** An object whose keys the body writes. */
  static String object(Consumer<JsonWriter> body) {
    try (var writer = STREAM.bufferedWriter()) {
      writer.beginObject();
      body.accept(writer);
      writer.endObject();
      return writer.result();
    }
  }

  /** Any object as a map; numbers are Long where whole, else Double. */
  static Map<String, Object> parse(String json) {
    return MAPPER.fromJsonObject(json);
  }

  /** A map of plain values as an object. */
  static String write(Map<String, Object> object) {
    return MAPPER.toJson(object);
  }

  /** A nested object under a key. */
  static void object(JsonWriter json, String key, Runnable body) {
    json.name(key);
    json.beginObject();
    body.run();
    json.endObject();
  }

  /** An array under a key, one object per element. */
  static <T> void array(JsonWriter json, String key, Iterable<T> elements, Consumer<T> body) {
    json.name(key);
    json.beginArray();
    for (T element : elements) {
      json.beginObject();
      body.accept(element);
      json.endObject();
    }
    json.endArray();
  }

  static void put(JsonWriter json, String key, String value) {
    json.name(key);
    json.value(value);
  }

  static void put(JsonWriter json, String key, long value) {
    json.name(key);
    json.value(value);
  }

  static void put(JsonWriter json, String key, boolean value) {
    json.name(key);
    json.value(value);
  }

  /** Text, or null; anything that prints as the contract has it, such as an Instant. */
  static void put(JsonWriter json, String key, Optional<?> value) {
    json.name(key);
    if (value.isPresent()) {
      json.value(value.get().toString());
    } else {
      json.nullValue();
    }
  }

  /** A number, or null; JSON has neither infinities nor NaN. */
  static void put(JsonWriter json, String key, OptionalDouble value) {
    json.name(key);
    if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
      json.value(value.getAsDouble());
    } else {
      json.nullValue();
    }
  }

  static void put(JsonWriter json, String key, Text text) {
    object(
        json,
        key,
        () -> {
          put(json, "en", text.en());
          put(json, "zh", text.zh());
        });
  }
}
