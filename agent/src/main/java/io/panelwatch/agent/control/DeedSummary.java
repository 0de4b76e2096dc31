package io.panelwatch.agent.control;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.agent.store.AuditPage;
import io.panelwatch.agent.store.AuditPage.Dtc;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody did on the device, or tried to do, as the command line tells it. In JSON its
 * components are the keys.
 *
 * @param at when, ISO 8601
 * @param clockTrusted whether that may be believed
 * @param by a name; empty where nobody is known, as for a press of a button
 * @param from by which way it came: {@code buttons} at the LCD, {@code shell}, {@code backend}, or
 *     {@code agent} for what nobody did
 * @param action what, in a word: {@code acknowledge}
 * @param subject with what: a faultId, a code on a component, a visit, an inspection; may be empty
 * @param faults those that it names and that are still known
 * @param detail what else was said of it; may be empty
 * @param outcome what it came to: {@code done}, or a word for why it was refused
 */
public record DeedSummary(
    String at,
    boolean clockTrusted,
    Optional<String> by,
    String from,
    String action,
    String subject,
    List<Named> faults,
    String detail,
    String outcome) {

  /** A fault, and what it is of. */
  public record Named(String faultId, String code, String component) {}

  public DeedSummary {
    faults = List.copyOf(faults);
  }

  /** The summaries of a page. */
  static List<DeedSummary> of(AuditPage page) {
    return page.entries().stream().map(entry -> of(entry, page.dtcs())).toList();
  }

  private static DeedSummary of(AuditEntry entry, Map<String, Dtc> dtcs) {
    return new DeedSummary(
        entry.at().wall().toString(),
        entry.at().trusted(),
        Optional.of(entry.by().name()).filter(name -> !name.isEmpty()),
        entry.by().kind().name().toLowerCase(Locale.ROOT),
        entry.action(),
        entry.subject(),
        entry.named().flatMap(id -> named(id, dtcs)).toList(),
        entry.detail(),
        entry.outcome());
  }

  private static Stream<Named> named(String faultId, Map<String, Dtc> dtcs) {
    return Stream.ofNullable(dtcs.get(faultId))
        .map(dtc -> new Named(faultId, dtc.code(), dtc.component()));
  }

  /** Writes it as an object. */
  void write(JsonWriter json) {
    json.beginObject();
    JsonFields.text(json, "at", at);
    JsonFields.flag(json, "clockTrusted", clockTrusted);
    JsonFields.text(json, "by", by);
    JsonFields.text(json, "from", from);
    JsonFields.text(json, "action", action);
    JsonFields.text(json, "subject", subject);
    json.name("faults");
    json.beginArray();
    faults.forEach(
        fault -> {
          json.beginObject();
          JsonFields.text(json, "faultId", fault.faultId());
          JsonFields.text(json, "code", fault.code());
          JsonFields.text(json, "component", fault.component());
          json.endObject();
        });
    json.endArray();
    JsonFields.text(json, "detail", detail);
    JsonFields.text(json, "outcome", outcome);
    json.endObject();
  }

  /** What {@link #write} wrote. */
  static DeedSummary read(Map<?, ?> map) {
    return new DeedSummary(
        JsonFields.text(map, "at"),
        JsonFields.flag(map, "clockTrusted"),
        JsonFields.optional(map, "by"),
        JsonFields.text(map, "from"),
        JsonFields.text(map, "action"),
        JsonFields.text(map, "subject"),
        map.get("faults") instanceof List<?> faults
            ? faults.stream().map(fault -> named((Map<?, ?>) fault)).toList()
            : List.of(),
        JsonFields.text(map, "detail"),
        JsonFields.text(map, "outcome"));
  }

  private static Named named(Map<?, ?> map) {
    return new Named(
        JsonFields.text(map, "faultId"),
        JsonFields.text(map, "code"),
        JsonFields.text(map, "component"));
  }
}
