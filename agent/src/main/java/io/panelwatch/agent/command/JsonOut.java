package io.panelwatch.agent.command;

import io.avaje.json.JsonWriter;
import io.avaje.json.stream.JsonStream;
import io.panelwatch.agent.fault.Text;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** JSON for standard output: every key is there, an absent value is null. */
final class JsonOut {

  private static final JsonStream STREAM =
      JsonStream.builder().serializeNulls(true).serializeEmpty(true).build();

  private JsonOut() {}

  /** Whatever the body writes, as one line. */
  static String line(Consumer<JsonWriter> body) {
    try (var writer = STREAM.bufferedWriter()) {
      body.accept(writer);
      return writer.result();
    }
  }

  /** An array, one object per element. */
  static <T> void array(JsonWriter json, List<T> elements, Consumer<T> keys) {
    json.beginArray();
    for (T element : elements) {
      json.beginObject();
      keys.accept(element);
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
    json.name(key);
    value(json, text);
  }

  static void value(JsonWriter json, Text text) {
    json.beginObject();
    put(json, "en", text.en());
    put(json, "zh", text.zh());
    json.endObject();
  }
}
