package io.panelwatch.agent.command;

import static io.panelwatch.agent.command.JsonOut.put;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.CatalogueEntry;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.fault.Level;
import io.panelwatch.agent.fault.Text;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;

/** The catalogue, for programs and for people. */
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
          put(json, "publicImpact", level.publicImpact().text());
          put(json, "raise", level.raise());
          put(json, "clear", level.clear());
        });
    put(json, "onDelayS", entry.confirm().onDelay().toSeconds());
    put(json, "offDelayS", entry.criteria().offDelay().toSeconds());
    put(json, "symptom", entry.symptom());
    json.name("advice");
    json.beginArray();
    for (Text step : entry.advice()) {
      JsonOut.value(json, step);
    }
    json.endArray();
    put(json, "part", entry.part());
  }

  /** One code as a paragraph. */
  static void print(CatalogueEntry entry, Language language, PrintWriter out) {
    out.println(entry.code() + "  " + entry.symptom().in(language));
    out.println("    source   " + entry.source());
    for (Level level : entry.levels()) {
      out.printf(
          Locale.ROOT,
          "    %-8s raised %s, cleared %s%n",
          level.severity(),
          limit(level.raise(), entry.unit(), "when the source says so"),
          limit(level.clear(), entry.unit(), "when that is over"));
    }
    out.printf(
        Locale.ROOT,
        "    delays   %d s on, %d s off%n",
        entry.confirm().onDelay().toSeconds(),
        entry.criteria().offDelay().toSeconds());
    for (Text step : entry.advice()) {
      out.println("    do       " + step.in(language));
    }
    if (!entry.part().isEmpty()) {
      out.println("    bring    " + entry.part());
    }
    out.println();
  }

  private static String limit(OptionalDouble limit, String unit, String otherwise) {
    return limit.isPresent() ? "at %s %s".formatted(limit.getAsDouble(), unit) : otherwise;
  }
}
