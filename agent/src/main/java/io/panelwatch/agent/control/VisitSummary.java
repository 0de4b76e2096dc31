package io.panelwatch.agent.control;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.fault.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A service visit as the command line tells it. In JSON its components are the keys; nobody at work
 * is {@code {}}.
 *
 * @param id of the visit
 * @param by the technician
 * @param opened when, ISO 8601
 * @param all whether the whole device is worked on
 * @param faults the faultIds that it is for
 * @param retests what the latest retest of a fault came to, by faultId: {@code PASSED}, {@code
 *     FAILED} or {@code INCONCLUSIVE}
 */
public record VisitSummary(
    String id,
    String by,
    String opened,
    boolean all,
    List<String> faults,
    Map<String, String> retests) {

  public VisitSummary {
    faults = List.copyOf(faults);
    retests = Map.copyOf(retests);
  }

  /** The summary of a visit. */
  public static VisitSummary of(Visit visit) {
    var retests = new TreeMap<String, String>();
    visit.retests().forEach((faultId, result) -> retests.put(faultId, result.name()));
    return new VisitSummary(
        visit.id(),
        visit.by().name(),
        visit.opened().wall().toString(),
        visit.all(),
        visit.works().stream().map(Visit.Work::faultId).toList(),
        retests);
  }

  /** As JSON, in one line. */
  static String toJson(Optional<Visit> open) {
    return open.map(VisitSummary::of).map(VisitSummary::toJson).orElse("{}");
  }

  /** As JSON, in one line. */
  public String toJson() {
    return ControlProtocol.json(this::write);
  }

  private void write(JsonWriter json) {
    json.beginObject();
    json.name("id");
    json.value(id);
    json.name("by");
    json.value(by);
    json.name("opened");
    json.value(opened);
    json.name("all");
    json.value(all);
    json.name("faults");
    json.beginArray();
    faults.forEach(json::value);
    json.endArray();
    json.name("retests");
    json.beginObject();
    new TreeMap<>(retests)
        .forEach(
            (faultId, result) -> {
              json.name(faultId);
              json.value(result);
            });
    json.endObject();
    json.endObject();
  }

  /** What {@link #toJson} wrote. */
  static Optional<VisitSummary> fromJson(String json) {
    Map<String, Object> keys = ControlProtocol.mapper().fromJsonObject(json);
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    var faults = new ArrayList<String>();
    if (keys.get("faults") instanceof List<?> all) {
      all.forEach(faultId -> faults.add(String.valueOf(faultId)));
    }
    var retests = new TreeMap<String, String>();
    if (keys.get("retests") instanceof Map<?, ?> all) {
      all.forEach((faultId, result) -> retests.put(faultId.toString(), String.valueOf(result)));
    }
    return Optional.of(
        new VisitSummary(
            String.valueOf(keys.get("id")),
            String.valueOf(keys.get("by")),
            String.valueOf(keys.get("opened")),
            Boolean.TRUE.equals(keys.get("all")),
            faults,
            retests));
  }
}
