package io.panelwatch.agent.control;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.inspection.InspectionDue;
import io.panelwatch.agent.inspection.InspectionRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person looks at from time to time, as the command line tells it. In JSON its components
 * are the keys.
 *
 * @param item what: {@code fans}
 * @param interval by the calendar: {@code quarterly}, {@code off}
 * @param everyHours that the agent runs; empty where those do not count
 * @param due whether it is
 * @param overdueDays since then, below 0 while there is time
 * @param dueDay on which it is due by the calendar, ISO 8601; empty where that does not tell
 * @param hoursLeft to run until it is due by them; empty where those do not count
 * @param wear faultIds because of which it is due now
 * @param last when it was looked at last; empty where nobody has
 */
public record InspectionSummary(
    String item,
    String interval,
    Optional<Double> everyHours,
    boolean due,
    double overdueDays,
    Optional<String> dueDay,
    Optional<Double> hoursLeft,
    List<String> wear,
    Optional<Last> last) {

  /**
   * When something was looked at.
   *
   * @param by who has; empty where that was only noted by hand
   * @param at when that was said, ISO 8601
   * @param clockTrusted whether {@code at} may be believed
   * @param day from which the interval counts, ISO 8601; empty while it is not known
   * @param runningHours of the agent by then
   */
  public record Last(
      Optional<String> by,
      String at,
      boolean clockTrusted,
      Optional<String> day,
      double runningHours) {

    private static Last of(InspectionRecord done) {
      return new Last(
          Optional.of(done.by()).filter(by -> !by.equals(Actor.AGENT)).map(FaultSummary::called),
          done.at().wall().toString(),
          done.at().trusted(),
          done.day().map(LocalDate::toString),
          done.runningHours());
    }

    private static Last read(Map<?, ?> map) {
      return new Last(
          text(map.get("by")),
          JsonFields.text(map, "at"),
          Boolean.TRUE.equals(map.get("clockTrusted")),
          text(map.get("day")),
          number(map.get("runningHours")).orElse(0.0));
    }

    private void write(JsonWriter json) {
      json.beginObject();
      JsonFields.text(json, "by", by);
      JsonFields.text(json, "at", at);
      json.name("clockTrusted");
      json.value(clockTrusted);
      JsonFields.text(json, "day", day);
      json.name("runningHours");
      json.value(toHundredths(runningHours));
      json.endObject();
    }
  }

  public InspectionSummary {
    wear = List.copyOf(wear);
  }

  /** How it is told. */
  public static InspectionSummary of(InspectionDue due) {
    return new InspectionSummary(
        due.item().text(),
        due.every().interval().text(),
        due.every().runningHours().map(Integer::doubleValue),
        due.isNow(),
        due.overdueDays(),
        due.day().map(LocalDate::toString),
        due.hoursLeft().stream().boxed().findFirst(),
        due.wear(),
        due.last().map(Last::of));
  }

  /** All of them as a JSON array, in one line. */
  public static String toJson(List<InspectionSummary> all) {
    return ControlProtocol.json(
        json -> {
          json.beginArray();
          all.forEach(inspection -> inspection.write(json));
          json.endArray();
        });
  }

  private void write(JsonWriter json) {
    json.beginObject();
    JsonFields.text(json, "item", item);
    JsonFields.text(json, "interval", interval);
    number(json, "everyHours", everyHours);
    json.name("due");
    json.value(due);
    number(json, "overdueDays", Optional.of(overdueDays));
    JsonFields.text(json, "dueDay", dueDay);
    number(json, "hoursLeft", hoursLeft);
    json.name("wear");
    json.beginArray();
    wear.forEach(json::value);
    json.endArray();
    json.name("last");
    last.ifPresentOrElse(done -> done.write(json), json::nullValue);
    json.endObject();
  }

  private static void number(JsonWriter json, String key, Optional<Double> number) {
    json.name(key);
    number.map(InspectionSummary::toHundredths).ifPresentOrElse(json::value, json::nullValue);
  }

  private static double toHundredths(double number) {
    return Math.round(number * 100) / 100.0;
  }

  /** What {@link #toJson} wrote. */
  static List<InspectionSummary> fromJson(String json) {
    return ControlProtocol.mapper().fromJsonArray(json).stream()
        .map(element -> read((Map<?, ?>) element))
        .toList();
  }

  private static InspectionSummary read(Map<?, ?> map) {
    List<?> wear = map.get("wear") instanceof List<?> all ? all : List.of();
    return new InspectionSummary(
        JsonFields.text(map, "item"),
        JsonFields.text(map, "interval"),
        number(map.get("everyHours")),
        Boolean.TRUE.equals(map.get("due")),
        number(map.get("overdueDays")).orElse(0.0),
        text(map.get("dueDay")),
        number(map.get("hoursLeft")),
        wear.stream().map(String::valueOf).toList(),
        map.get("last") instanceof Map<?, ?> done
            ? Optional.of(Last.read(done))
            : Optional.empty());
  }

  private static Optional<String> text(@Nullable Object value) {
    return Optional.ofNullable(value).map(Object::toString);
  }

  private static Optional<Double> number(@Nullable Object value) {
    return value instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
  }
}
