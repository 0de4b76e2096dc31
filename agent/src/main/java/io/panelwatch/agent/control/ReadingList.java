package io.panelwatch.agent.control;

import io.panelwatch.agent.health.Scan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of the board last.
 *
 * @param at when, ISO 8601, by the daemon's clock; empty before the first scan
 * @param readings in the order of the board's sources; without those of what is not there
 */
public record ReadingList(Optional<String> at, List<ReadingSummary> readings) {

  public ReadingList {
    readings = List.copyOf(readings);
  }

  /** What of a scan may be told. */
  static ReadingList of(Optional<Scan> scan) {
    return new ReadingList(
        scan.map(done -> done.wall().toString()),
        ReadingSummary.told(scan.map(Scan::readings).orElse(List.of())));
  }

  String toJson() {
    return ControlProtocol.json(
        json -> {
          json.beginObject();
          JsonFields.text(json, "at", at);
          json.name("readings");
          json.beginArray();
          readings.forEach(reading -> reading.write(json));
          json.endArray();
          json.endObject();
        });
  }

  /** What {@link #toJson} wrote. */
  static ReadingList fromJson(String text) {
    Map<String, Object> json = ControlProtocol.mapper().fromJsonObject(text);
    return new ReadingList(
        Optional.ofNullable(json.get("at")).map(Object::toString),
        json.get("readings") instanceof List<?> elements
            ? elements.stream().map(ReadingSummary::read).toList()
            : List.of());
  }
}
