package io.panelwatch.agent.command;

import static io.panelwatch.agent.command.JsonOut.put;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.CatalogueEntry;
import io.panelwatch.agent.fault.Text;
import java.util.Locale;

/** The catalogue for programs; {@link CataloguePage} is for people. */
final class CatalogueOutput {

  private CatalogueOutput() {}

  /** An array, one object per code. */
  static String json(Catalogue catalogue) {
    return JsonOut.line(
        json -> JsonOut.array(json, catalogue.entries(), entry -> write(json, entry)));
  }

  private static void write(JsonWriter json, CatalogueEntry entry) {
    put(json, "code", entry.code());
    put(json, "type", entry.type().name().toLowerCase(Locale.ROOT));
    put(json, "failureMode", entry.failureMode());
    put(json, "kind", entry.kind().name().toLowerCase(Locale.ROOT));
    put(json, "ne107", entry.ne107().letter());
    put(json, "source", entry.source());
    put(json, "unit", entry.unit());
    json.name("levels");
    JsonOut.array(
        json,
        entry.levels(),
        level -> {
          put(json, "severity", level.severity().name());
          put(json, "priority", level.severity().priority());
          put(json, "publicImpact", level.publicImpact().text());
          put(json, "side", level.side().name().toLowerCase(Locale.ROOT));
          put(json, "raise", level.raise());
          put(json, "clear", level.clear());
        });
    put(json, "onDelayS", entry.confirm().onDelay().toSeconds());
    json.name("onDelaySOfComponents");
    json.beginObject();
    entry.onDelays().forEach((component, delay) -> put(json, component, delay.toSeconds()));
    json.endObject();
    put(json, "offDelayS", entry.criteria().offDelay().toSeconds());
    writeReads(json, entry);
    put(json, "enabled", entry.enabled());
    json.name("suppresses");
    json.beginArray();
    entry.suppresses().forEach(json::value);
    json.endArray();
    put(json, "alwaysTold", entry.alwaysTold());
    put(json, "symptom", entry.symptom());
    json.name("advice");
    json.beginArray();
    for (Text step : entry.advice()) {
      JsonOut.value(json, step);
    }
    json.endArray();
    put(json, "part", entry.part());
  }

  /** What counts reads and not time; {@code mOfN} only where so many sightings are enough. */
  private static void writeReads(JsonWriter json, CatalogueEntry entry) {
    put(json, "reads", entry.confirm().reads());
    put(json, "clearReads", entry.release().reads());
    entry
        .confirm()
        .often()
        .ifPresent(
            often -> {
              json.name("mOfN");
              json.beginObject();
              put(json, "times", often.times());
              put(json, "windowS", often.window().toSeconds());
              json.endObject();
            });
    put(json, "latched", entry.release().latched());
  }
}
