package io.panelwatch.agent.control;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.fault.FreezeFrame;
import java.util.List;
import java.util.Map;

/**
 * The freeze frame of a fault, as the command line tells it. In JSON its components are the keys;
 * an earlier reading has {@code at} beside those of {@link ReadingSummary}.
 *
 * @param before the component's readings of the minute before, the oldest first
 * @param raw every reading of the component at first sight
 */
public record FrameSummary(List<Earlier> before, List<ReadingSummary> raw) {

  /**
   * What was read before.
   *
   * @param at when, ISO 8601
   */
  public record Earlier(String at, ReadingSummary reading) {}

  public FrameSummary {
    before = List.copyOf(before);
    raw = List.copyOf(raw);
  }

  static FrameSummary of(FreezeFrame frame) {
    return new FrameSummary(
        frame.before().stream()
            .filter(before -> before.reading().mayBeTold())
            .map(
                before ->
                    new Earlier(before.wall().toString(), ReadingSummary.of(before.reading())))
            .toList(),
        ReadingSummary.told(frame.raw()));
  }

  void write(JsonWriter json) {
    json.beginObject();
    json.name("before");
    json.beginArray();
    for (Earlier earlier : before) {
      json.beginObject();
      JsonFields.text(json, "at", earlier.at);
      earlier.reading.writeFields(json);
      json.endObject();
    }
    json.endArray();
    json.name("raw");
    json.beginArray();
    raw.forEach(reading -> reading.write(json));
    json.endArray();
    json.endObject();
  }

  static FrameSummary read(Map<?, ?> map) {
    return new FrameSummary(
        elements(map, "before").stream()
            .map(
                element ->
                    new Earlier(
                        JsonFields.text((Map<?, ?>) element, "at"), ReadingSummary.read(element)))
            .toList(),
        elements(map, "raw").stream().map(ReadingSummary::read).toList());
  }

  private static List<?> elements(Map<?, ?> map, String key) {
    return map.get(key) instanceof List<?> elements ? elements : List.of();
  }
}
