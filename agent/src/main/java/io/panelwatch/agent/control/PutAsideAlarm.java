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
            FaultSummary.text(json, "code", alarm.code);
            FaultSummary.text(json, "component", alarm.component);
            FaultSummary.text(json, "by", alarm.by);
            FaultSummary.text(json, "since", alarm.since);
            FaultSummary.text(json, "until", alarm.until);
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
        FaultSummary.text(map, "code"),
        FaultSummary.text(map, "component"),
        FaultSummary.text(map, "by"),
        FaultSummary.text(map, "since"),
        Optional.ofNullable(map.get("until")).map(Object::toString));
  }
}
