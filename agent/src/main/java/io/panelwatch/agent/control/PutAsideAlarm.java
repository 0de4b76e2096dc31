package io.panelwatch.agent.control;

import io.panelwatch.agent.fault.Shelf;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An alarm that somebody has put aside, whether or not there is a fault now. In JSON its components
 * are the keys.
 *
 * @param code {@code FAN-201}
 * @param component on which component
 * @param by who did it
 * @param since when, ISO 8601
 * @param until when it ends, ISO 8601; empty while it is out of service
 */
public record PutAsideAlarm(
    String code, String component, String by, String since, Optional<String> until) {

  /** How a shelf is told. */
  public static PutAsideAlarm of(Shelf shelf) {
    return new PutAsideAlarm(
        shelf.code(),
        shelf.component(),
        FaultSummary.called(shelf.by()),
        shelf.since().wall().toString(),
        shelf.until().map(Object::toString));
  }

  /** All of them as a JSON array, in one line. */
  public static String toJson(List<PutAsideAlarm> alarms) {
    return ControlProtocol.json(
        json -> {
          json.beginArray();
          for (PutAsideAlarm alarm : alarms) {
            json.beginObject();
            JsonFields.text(json, "code", alarm.code);
            JsonFields.text(json, "component", alarm.component);
            JsonFields.text(json, "by", alarm.by);
            JsonFields.text(json, "since", alarm.since);
            JsonFields.text(json, "until", alarm.until);
            json.endObject();
          }
          json.endArray();
        });
  }

  /** What {@link #toJson} wrote. */
  static List<PutAsideAlarm> fromJson(String json) {
    return ControlProtocol.mapper().fromJsonArray(json).stream().map(PutAsideAlarm::read).toList();
  }

  private static PutAsideAlarm read(Object element) {
    Map<?, ?> map = (Map<?, ?>) element;
    return new PutAsideAlarm(
        JsonFields.text(map, "code"),
        JsonFields.text(map, "component"),
        JsonFields.text(map, "by"),
        JsonFields.text(map, "since"),
        Optional.ofNullable(map.get("until")).map(Object::toString));
  }
}
