package io.panelwatch.agent.control;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Reading;
import java.util.List;
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

  /** Those of some readings that may be told. */
  static List<ReadingSummary> told(List<Reading> readings) {
    return readings.stream()
        .filter(reading -> reading.quality() != Quality.MISSING)
        .filter(Reading::mayBeTold)
        .map(ReadingSummary::of)
        .toList();
  }

  /** Writes it as an object. */
  public void write(JsonWriter json) {
    json.beginObject();
    writeFields(json);
    json.endObject();
  }

  void writeFields(JsonWriter json) {
    JsonFields.text(json, "name", name);
    JsonFields.text(json, "component", component);
    JsonFields.number(json, "value", value);
    JsonFields.text(json, "unit", unit);
    JsonFields.text(json, "quality", quality);
    JsonFields.text(json, "source", source);
  }

  static ReadingSummary read(Object element) {
    Map<?, ?> map = (Map<?, ?>) element;
    return new ReadingSummary(
        JsonFields.text(map, "name"),
        JsonFields.text(map, "component"),
        JsonFields.number(map, "value"),
        JsonFields.text(map, "unit"),
        JsonFields.text(map, "quality"),
        JsonFields.text(map, "source"));
  }
}
