package io.panelwatch.agent.command;

import static io.panelwatch.agent.command.JsonOut.put;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.CatalogueEntry;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.fault.Level;
import io.panelwatch.agent.fault.Text;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
          put(json, "priority", level.severity().priority());
          put(json, "publicImpact", level.publicImpact().text());
          put(json, "side", level.side().name().toLowerCase(Locale.ROOT));
          put(json, "raise", level.raise());
          put(json, "clear", level.clear());
        });
    put(json, "onDelayS", entry.confirm().onDelay().toSeconds());
    put(json, "offDelayS", entry.criteria().offDelay().toSeconds());
    writeReads(json, entry);
    put(json, "enabled", entry.enabled());
    json.name("suppresses");
    json.beginArray();
    entry.suppresses().forEach(json::value);
    json.endArray();
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

  /** One code as a paragraph. */
  static void print(CatalogueEntry entry, Language language, PrintWriter out) {
    out.println(entry.code() + "  " + entry.symptom().in(language));
    out.println("    source   " + entry.source());
    for (Level level : entry.levels()) {
      out.printf(
          Locale.ROOT,
          "    %-8s raised %s, cleared %s%n",
          level.severity(),
          raised(level, entry.unit()),
          cleared(level, entry.unit()));
    }
    out.printf(
        Locale.ROOT,
        "    delays   %d s on, %d s off%n",
        entry.confirm().onDelay().toSeconds(),
        entry.criteria().offDelay().toSeconds());
    conditions(entry).forEach(condition -> out.println("    also     " + condition));
    for (Text step : entry.advice()) {
      out.println("    do       " + step.in(language));
    }
    if (!entry.part().isEmpty()) {
      out.println("    bring    " + entry.part().in(language));
    }
    out.println();
  }

  /** What holds beside limits and delays, in the cases in which something does. */
  private static List<String> conditions(CatalogueEntry entry) {
    List<String> conditions = new ArrayList<>();
    if (entry.confirm().reads() > 1) {
      conditions.add("raised by %d reads in a row".formatted(entry.confirm().reads()));
    }
    entry
        .confirm()
        .often()
        .map(
            of ->
                "raised when seen %d times in %d s".formatted(of.times(), of.window().toSeconds()))
        .ifPresent(conditions::add);
    if (entry.release().reads() > 1) {
      conditions.add("over after %d good reads in a row".formatted(entry.release().reads()));
    }
    if (entry.release().latched()) {
      conditions.add("not over before it is acknowledged");
    }
    if (!entry.enabled()) {
      conditions.add("not watched unless the configuration enables it");
    }
    if (!entry.suppresses().isEmpty()) {
      conditions.add("suppresses " + String.join(", ", entry.suppresses()));
    }
    return conditions;
  }

  private static String raised(Level level, String unit) {
    if (level.raise().isPresent()) {
      String past = level.side() == Level.Side.HIGH ? "above" : "below";
      return "at or %s %s".formatted(past, number(level.raise().getAsDouble(), unit));
    }
    return unit.equals("bool") ? "when the source says so" : "at the limit that the source gives";
  }

  private static String cleared(Level level, String unit) {
    return level.clear().isPresent()
        ? "at " + number(level.clear().getAsDouble(), unit)
        : "when that is over";
  }

  private static String number(double value, String unit) {
    String number = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    return unit.equals("1") ? number : number + " " + unit;
  }
}
