package io.panelwatch.simulator.console;

import io.avaje.json.JsonException;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.Map;

/** Documents without a type: what the console sends and takes. */
public final class Json {

  private static final Jsonb JSONB =
      Jsonb.builder().serializeNulls(true).serializeEmpty(true).build();
  private static final JsonType<Object> ANY = JSONB.type(Object.class);
  private static final JsonType<Map<String, Object>> OBJECT = JSONB.type(Object.class).map();

  private Json() {}

  /** Any nesting of maps, lists, strings, numbers and booleans as one line of JSON. */
  public static String write(Object document) {
    return ANY.toJson(document);
  }

  /**
   * A JSON object.
   *
   * @throws IllegalArgumentException when the text is not one
   */
  public static Map<String, Object> readObject(String text) {
    try {
      return OBJECT.fromJson(text);
    } catch (JsonException | IllegalStateException | ClassCastException e) {
      throw new IllegalArgumentException("the body is not a JSON object: " + e.getMessage(), e);
    } catch (StackOverflowError e) {
      // The reader descends by recursion; a body of nothing but brackets ends it.
      throw new IllegalArgumentException("the body is nested too deeply", e);
    }
  }
}
