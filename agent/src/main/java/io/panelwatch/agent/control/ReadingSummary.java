package io.panelwatch.agent.control;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.health.Reading;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A reading as the command line tells it. In JSON its components are the keys, those of {@code
 * probe --json}; a value that is not there is null.
 *
 * @param name {@code fan.rpm}
 * @param component of what
 * @param value in the unit; empty where there is none
 * @param unit in UCUM where UCUM has one
 * @param quality {@code good}, {@code stale}, ..
 * @param source the file or device
 */
public record ReadingSummary(
    String name,
    String component,
    OptionalDouble value,
    String unit,
    String quality,
    String source) {

  /** How a reading is told. */
  static ReadingSummary of(Reading reading) {
    return new ReadingSummary(
        reading.quantity().text(),
        reading.component(),
        reading.value(),
        reading.quantity().unit(),
        reading.quality().text(),
        reading.source());
  }

  /** Writes it as an object. */
  public void write(JsonWriter json) {
    json.beginObject();
    FaultSummary.text(json, "name", name);
    FaultSummary.text(json, "component", component);
    json.name("value");
    if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
      json.value(value.getAsDouble());
    } else {
      json.nullValue();
    }
    FaultSummary.text(json, "unit", unit);
    FaultSummary.text(json, "quality", quality);
    FaultSummary.text(json, "source", source);
    json.endObject();
  }

  static ReadingSummary read(Object element) {
    Map<?, ?> map = (Map<?, ?>) element;
    return new ReadingSummary(
        FaultSummary.text(map, "name"),
        FaultSummary.text(map, "component"),
        map.get("value") instanceof Number number
            ? OptionalDouble.of(number.doubleValue())
            : OptionalDouble.empty(),
        FaultSummary.text(map, "unit"),
        FaultSummary.text(map, "quality"),
        FaultSummary.text(map, "source"));
  }
}
