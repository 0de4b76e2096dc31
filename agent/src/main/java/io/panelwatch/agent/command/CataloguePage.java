package io.panelwatch.agent.command;

import io.panelwatch.agent.fault.CatalogueEntry;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.fault.Level;
import io.panelwatch.agent.fault.Text;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The codes of the catalogue as paragraphs in one language. Codes, sources and units stay. */
final class CataloguePage {

  private static final int LABEL_WIDTH = 9;

  private final Language language;
  private final ResourceBundle words;
  private final PrintWriter out;

  CataloguePage(Language language, PrintWriter out) {
    this.language = language;
    this.words = UserLanguage.words("catalogue", language);
    this.out = out;
  }

  /** Prints one code. */
  void print(CatalogueEntry entry) {
    out.println(entry.code() + "  " + entry.symptom().in(language));
    line("source", entry.source());
    for (Level level : entry.levels()) {
      String unit = entry.unit();
      line(level.severity().name(), say("level", raised(level, unit), cleared(level, unit)));
    }
    long onDelay = entry.confirm().onDelay().toSeconds();
    line("delays", say("delays.text", onDelay, entry.criteria().offDelay().toSeconds()));
    conditions(entry).forEach(condition -> line("also", condition));
    for (Text step : entry.advice()) {
      line("do", step.in(language));
    }
    if (!entry.part().isEmpty()) {
      line("bring", entry.part().in(language));
    }
    out.println();
  }

  private void line(String label, String text) {
    out.println("    " + Table.padded(say(label), LABEL_WIDTH) + text);
  }

  /** What holds beside limits and delays, in the cases in which something does. */
  private List<String> conditions(CatalogueEntry entry) {
    List<String> conditions = new ArrayList<>();
    entry
        .onDelays()
        .forEach(
            (component, delay) -> conditions.add(say("delay.of", component, delay.toSeconds())));
    if (entry.confirm().reads() > 1) {
      conditions.add(say("reads", entry.confirm().reads()));
    }
    entry
        .confirm()
        .often()
        .map(of -> say("often", of.times(), of.window().toSeconds()))
        .ifPresent(conditions::add);
    if (entry.release().reads() > 1) {
      conditions.add(say("clear-reads", entry.release().reads()));
    }
    if (entry.release().latched()) {
      conditions.add(say("latched"));
    }
    if (!entry.enabled()) {
      conditions.add(say("disabled"));
    }
    if (!entry.suppresses().isEmpty()) {
      conditions.add(say("suppresses", String.join(", ", entry.suppresses())));
    }
    if (entry.alwaysTold()) {
      conditions.add(say("always-told"));
    }
    return conditions;
  }

  private String raised(Level level, String unit) {
    if (level.raise().isPresent()) {
      String side = level.side() == Level.Side.HIGH ? "raised.above" : "raised.below";
      return say(side, number(level.raise().getAsDouble(), unit));
    }
    return say(unit.equals("bool") ? "raised.told" : "raised.given");
  }

  private String cleared(Level level, String unit) {
    return level.clear().isPresent()
        ? say("cleared.at", number(level.clear().getAsDouble(), unit))
        : say("cleared.over");
  }

  private String say(String key, Object... parts) {
    return String.format(Locale.ROOT, words.getString(key), parts);
  }

  private static String number(double value, String unit) {
    String number = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    return unit.equals("1") ? number : number + " " + unit;
  }
}
