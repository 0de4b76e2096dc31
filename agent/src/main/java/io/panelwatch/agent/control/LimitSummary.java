package io.panelwatch.agent.control;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.fault.Limit;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a fault was judged by, as the command line tells it: components and JSON keys are those of
 * {@code limit} in a fault event.
 *
 * @param value what was measured
 * @param unit of value, raise and clear; empty where nothing is measured
 * @param raise it begins at or past this
 * @param clear it ends at or past this, on the other side
 * @param onDelayS seconds for which it must hold before it is a fault
 * @param offDelayS seconds for which it must be gone before the fault is over
 */
public record LimitSummary(
    OptionalDouble value,
    String unit,
    OptionalDouble raise,
    OptionalDouble clear,
    long onDelayS,
    long offDelayS) {

  static LimitSummary of(Limit limit) {
    return new LimitSummary(
        limit.value(),
        limit.unit(),
        limit.raise(),
        limit.clear(),
        limit.onDelay().toSeconds(),
        limit.offDelay().toSeconds());
  }

  void write(JsonWriter json) {
    json.beginObject();
    JsonFields.number(json, "value", value);
    JsonFields.text(json, "unit", unit);
    JsonFields.number(json, "raise", raise);
    JsonFields.number(json, "clear", clear);
    JsonFields.number(json, "onDelayS", onDelayS);
    JsonFields.number(json, "offDelayS", offDelayS);
    json.endObject();
  }

  static LimitSummary read(Map<?, ?> map) {
    return new LimitSummary(
        JsonFields.number(map, "value"),
        JsonFields.text(map, "unit"),
        JsonFields.number(map, "raise"),
        JsonFields.number(map, "clear"),
        JsonFields.number(map, "onDelayS", 0),
        JsonFields.number(map, "offDelayS", 0));
  }
}
