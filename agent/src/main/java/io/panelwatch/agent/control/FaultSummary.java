package io.panelwatch.agent.control;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.fault.Acknowledged;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An episode as the command line tells it. In JSON its components are the keys, {@code symptom},
 * {@code advice} and {@code part} in both languages.
 *
 * @param faultId the episode
 * @param code {@code FAN-201}
 * @param component of what
 * @param severity {@code CRITICAL}, {@code MAJOR} or {@code MINOR}
 * @param active whether it goes on
 * @param suppressedBy the faultId of its cause, where it is only a symptom
 * @param acknowledged who has taken note of it, if anybody has
 * @param shelved by whom and until when its alarm is put aside, if it is; empty once the episode
 *     has ended: it does not hear any more of what becomes of the alarm
 * @param symptom one sentence
 * @param advice steps, in their order
 * @param part what to bring, or empty
 * @param first when it was first seen, ISO 8601
 * @param cleared when it ended, ISO 8601
 * @param clockTrusted whether {@code first} may be believed
 * @param occurrence which episode of this code on this component it is
 * @param source the file or device that told
 * @param test whether it is a drill: raised by hand, and nothing is wrong
 */
public record FaultSummary(
    String faultId,
    String code,
    String component,
    String severity,
    boolean active,
    Optional<String> suppressedBy,
    Optional<SeenBy> acknowledged,
    Optional<PutAside> shelved,
    Text symptom,
    List<Text> advice,
    Text part,
    String first,
    Optional<String> cleared,
    boolean clockTrusted,
    long occurrence,
    String source,
    boolean test) {

  /**
   * Who has taken note of a fault.
   *
   * @param by a name, or the way by which it came where there is none: {@code buttons}
   * @param at when, ISO 8601
   */
  public record SeenBy(String by, String at) {}

  /**
   * Who has put an alarm aside.
   *
   * @param by as of {@link SeenBy}
   * @param until when it ends, ISO 8601; empty while it is out of service
   */
  public record PutAside(String by, Optional<String> until) {}

  public FaultSummary {
    advice = List.copyOf(advice);
  }

  /** The summary of a stored episode. */
  public static FaultSummary of(Fault fault) {
    return new FaultSummary(
        fault.faultId(),
        fault.code(),
        fault.component(),
        fault.severity().name(),
        fault.active(),
        fault.suppressedBy(),
        fault.standing().acknowledged().map(FaultSummary::seenBy),
        fault
            .standing()
            .shelf()
            .filter(_ -> fault.active())
            .map(shelf -> new PutAside(called(shelf.by()), shelf.until().map(Object::toString))),
        fault.symptom(),
        fault.advice(),
        fault.part(),
        fault.first().toString(),
        fault.cleared().map(Object::toString),
        fault.clockTrusted(),
        fault.occurrence().total(),
        fault.source(),
        fault.test());
  }

  /** All of them as a JSON array, in one line. */
  public static String toJson(List<FaultSummary> faults) {
    return ControlProtocol.json(json -> write(json, faults));
  }

  /** This one as a JSON object, in one line. */
  public String toJson() {
    return ControlProtocol.json(this::write);
  }

  static void write(JsonWriter json, List<FaultSummary> faults) {
    json.beginArray();
    faults.forEach(fault -> fault.write(json));
    json.endArray();
  }

  /** What {@link #toJson(List)} wrote. */
  static List<FaultSummary> fromJson(String json) {
    return read(ControlProtocol.mapper().fromJsonArray(json));
  }

  static List<FaultSummary> read(List<?> elements) {
    return elements.stream().map(FaultSummary::read).toList();
  }

  /** Writes it as an object. */
  public void write(JsonWriter json) {
    json.beginObject();
    text(json, "faultId", faultId);
    text(json, "code", code);
    text(json, "component", component);
    text(json, "severity", severity);
    json.name("active");
    json.value(active);
    text(json, "suppressedBy", suppressedBy);
    json.name("acknowledged");
    acknowledged.ifPresentOrElse(seen -> write(json, seen), json::nullValue);
    json.name("shelved");
    shelved.ifPresentOrElse(aside -> write(json, aside), json::nullValue);
    json.name("symptom");
    write(json, symptom);
    json.name("advice");
    json.beginArray();
    advice.forEach(step -> write(json, step));
    json.endArray();
    json.name("part");
    write(json, part);
    text(json, "first", first);
    text(json, "cleared", cleared);
    json.name("clockTrusted");
    json.value(clockTrusted);
    json.name("occurrence");
    json.value(occurrence);
    text(json, "source", source);
    json.name("test");
    json.value(test);
    json.endObject();
  }

  private static SeenBy seenBy(Acknowledged acknowledged) {
    return new SeenBy(called(acknowledged.by()), acknowledged.at().wall().toString());
  }

  static String called(Actor by) {
    return by.name().isEmpty() ? by.kind().name().toLowerCase(Locale.ROOT) : by.name();
  }

  private static void write(JsonWriter json, SeenBy seen) {
    json.beginObject();
    text(json, "by", seen.by);
    text(json, "at", seen.at);
    json.endObject();
  }

  private static void write(JsonWriter json, PutAside aside) {
    json.beginObject();
    text(json, "by", aside.by);
    text(json, "until", aside.until);
    json.endObject();
  }

  private static void write(JsonWriter json, Text text) {
    json.beginObject();
    text(json, "en", text.en());
    text(json, "zh", text.zh());
    json.endObject();
  }

  static void text(JsonWriter json, String key, String value) {
    json.name(key);
    json.value(value);
  }

  static void text(JsonWriter json, String key, Optional<String> value) {
    json.name(key);
    value.ifPresentOrElse(json::value, json::nullValue);
  }

  private static FaultSummary read(Object element) {
    Map<?, ?> map = (Map<?, ?>) element;
    return new FaultSummary(
        text(map, "faultId"),
        text(map, "code"),
        text(map, "component"),
        text(map, "severity"),
        Boolean.TRUE.equals(map.get("active")),
        Optional.ofNullable(map.get("suppressedBy")).map(Object::toString),
        map.get("acknowledged") instanceof Map<?, ?> seen
            ? Optional.of(new SeenBy(text(seen, "by"), text(seen, "at")))
            : Optional.empty(),
        map.get("shelved") instanceof Map<?, ?> aside
            ? Optional.of(
                new PutAside(
                    text(aside, "by"),
                    Optional.ofNullable(aside.get("until")).map(Object::toString)))
            : Optional.empty(),
        words(map.get("symptom")),
        map.get("advice") instanceof List<?> steps
            ? steps.stream().map(FaultSummary::words).toList()
            : List.of(),
        words(map.get("part")),
        text(map, "first"),
        Optional.ofNullable(map.get("cleared")).map(Object::toString),
        Boolean.TRUE.equals(map.get("clockTrusted")),
        map.get("occurrence") instanceof Number number ? number.longValue() : 1,
        text(map, "source"),
        Boolean.TRUE.equals(map.get("test")));
  }

  private static Text words(@Nullable Object element) {
    return element instanceof Map<?, ?> map
        ? new Text(text(map, "en"), text(map, "zh"))
        : Text.NONE;
  }

  static String text(Map<?, ?> map, String key) {
    return map.get(key) instanceof String text ? text : "";
  }
}
