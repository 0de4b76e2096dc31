package io.panelwatch.agent.control;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.control.FaultSummary.PutAside;
import io.panelwatch.agent.control.FaultSummary.SeenBy;
import io.panelwatch.agent.control.FaultSummary.SignedOff;
import io.panelwatch.agent.fault.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Faults as JSON, as the command line tells them and as the control socket carries them. */
final class FaultJson {

  private FaultJson() {}

  static void write(JsonWriter json, List<FaultSummary> faults) {
    json.beginArray();
    faults.forEach(fault -> write(json, fault));
    json.endArray();
  }

  static void write(JsonWriter json, FaultSummary fault) {
    json.beginObject();
    JsonFields.text(json, "faultId", fault.faultId());
    JsonFields.text(json, "code", fault.code());
    JsonFields.text(json, "component", fault.component());
    JsonFields.text(json, "severity", fault.severity());
    JsonFields.text(json, "publicImpact", fault.publicImpact());
    JsonFields.text(json, "ne107", fault.ne107());
    writeStanding(json, fault);
    text(json, "symptom", fault.symptom());
    json.name("advice");
    json.beginArray();
    fault.advice().forEach(step -> write(json, step));
    json.endArray();
    text(json, "part", fault.part());
    json.name("limit");
    fault.limit().write(json);
    JsonFields.text(json, "first", fault.first());
    JsonFields.text(json, "cleared", fault.cleared());
    JsonFields.flag(json, "clockTrusted", fault.clockTrusted());
    JsonFields.number(json, "occurrence", fault.occurrence());
    fault
        .memory()
        .ifPresent(
            memory -> {
              json.name("memory");
              memory.write(json);
            });
    JsonFields.text(json, "source", fault.source());
    JsonFields.flag(json, "test", fault.test());
    fault
        .freezeFrame()
        .ifPresent(
            frame -> {
              json.name("freezeFrame");
              frame.write(json);
            });
    json.endObject();
  }

  private static void writeStanding(JsonWriter json, FaultSummary fault) {
    JsonFields.flag(json, "active", fault.active());
    JsonFields.flag(json, "latched", fault.latched());
    JsonFields.flag(json, "flapping", fault.flapping());
    JsonFields.text(json, "visit", fault.visit());
    JsonFields.text(json, "suppressedBy", fault.suppressedBy());
    json.name("acknowledged");
    fault.acknowledged().ifPresentOrElse(seen -> write(json, seen), json::nullValue);
    json.name("shelved");
    fault.shelved().ifPresentOrElse(aside -> write(json, aside), json::nullValue);
    json.name("resolution");
    fault.resolution().ifPresentOrElse(how -> write(json, how), json::nullValue);
  }

  private static void write(JsonWriter json, SeenBy seen) {
    json.beginObject();
    JsonFields.text(json, "by", seen.by());
    JsonFields.text(json, "at", seen.at());
    json.endObject();
  }

  private static void write(JsonWriter json, PutAside aside) {
    json.beginObject();
    JsonFields.text(json, "by", aside.by());
    JsonFields.text(json, "until", aside.until());
    json.endObject();
  }

  private static void write(JsonWriter json, SignedOff how) {
    json.beginObject();
    JsonFields.text(json, "by", how.by());
    JsonFields.text(json, "at", how.at());
    JsonFields.flag(json, "clockTrusted", how.clockTrusted());
    JsonFields.text(json, "action", how.action());
    JsonFields.text(json, "part", how.part());
    JsonFields.flag(json, "verified", how.verified());
    JsonFields.flag(json, "removed", how.removed());
    json.endObject();
  }

  private static void text(JsonWriter json, String key, Text text) {
    json.name(key);
    write(json, text);
  }

  private static void write(JsonWriter json, Text text) {
    json.beginObject();
    JsonFields.text(json, "en", text.en());
    JsonFields.text(json, "zh", text.zh());
    json.endObject();
  }

  /** The array that {@link #write(JsonWriter, List)} wrote. */
  static List<FaultSummary> readAll(String json) {
    return read(ControlProtocol.mapper().fromJsonArray(json));
  }

  static List<FaultSummary> read(List<?> elements) {
    return elements.stream().map(element -> read((Map<?, ?>) element)).toList();
  }

  private static FaultSummary read(Map<?, ?> map) {
    return new FaultSummary(
        JsonFields.text(map, "faultId"),
        JsonFields.text(map, "code"),
        JsonFields.text(map, "component"),
        JsonFields.text(map, "severity"),
        JsonFields.text(map, "publicImpact"),
        JsonFields.text(map, "ne107"),
        JsonFields.flag(map, "active"),
        JsonFields.flag(map, "latched"),
        JsonFields.flag(map, "flapping"),
        JsonFields.optional(map, "visit"),
        JsonFields.optional(map, "suppressedBy"),
        map.get("acknowledged") instanceof Map<?, ?> seen
            ? Optional.of(new SeenBy(JsonFields.text(seen, "by"), JsonFields.text(seen, "at")))
            : Optional.empty(),
        map.get("shelved") instanceof Map<?, ?> aside
            ? Optional.of(
                new PutAside(JsonFields.text(aside, "by"), JsonFields.optional(aside, "until")))
            : Optional.empty(),
        map.get("resolution") instanceof Map<?, ?> how
            ? Optional.of(signedOff(how))
            : Optional.empty(),
        words(JsonFields.object(map, "symptom")),
        map.get("advice") instanceof List<?> steps
            ? steps.stream().map(step -> words((Map<?, ?>) step)).toList()
            : List.of(),
        words(JsonFields.object(map, "part")),
        LimitSummary.read(JsonFields.object(map, "limit")),
        JsonFields.text(map, "first"),
        JsonFields.optional(map, "cleared"),
        JsonFields.flag(map, "clockTrusted"),
        JsonFields.number(map, "occurrence", 1),
        map.get("memory") instanceof Map<?, ?> memory
            ? Optional.of(MemorySummary.read(memory))
            : Optional.empty(),
        JsonFields.text(map, "source"),
        JsonFields.flag(map, "test"),
        map.get("freezeFrame") instanceof Map<?, ?> frame
            ? Optional.of(FrameSummary.read(frame))
            : Optional.empty());
  }

  private static SignedOff signedOff(Map<?, ?> map) {
    return new SignedOff(
        JsonFields.text(map, "by"),
        JsonFields.optional(map, "at"),
        JsonFields.flag(map, "clockTrusted"),
        JsonFields.text(map, "action"),
        JsonFields.text(map, "part"),
        JsonFields.flag(map, "verified"),
        JsonFields.flag(map, "removed"));
  }

  private static Text words(Map<?, ?> map) {
    return new Text(JsonFields.text(map, "en"), JsonFields.text(map, "zh"));
  }
}
