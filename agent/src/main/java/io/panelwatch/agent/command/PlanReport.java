package io.panelwatch.agent.command;

import static io.panelwatch.agent.command.JsonOut.put;

import io.avaje.json.JsonWriter;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What the planner made of a sequence of pictures.
 *
 * @param updates one for each picture after the first
 */
record PlanReport(List<Update> updates) {

  private static final double NANOS_PER_MILLI = 1e6;

  /**
   * One update.
   *
   * @param windows how many are sent
   * @param bytes on the bus, addressing included
   * @param nanos modelled time on the bus
   * @param plannerMicros what diff and plan took here
   */
  record Update(int windows, long bytes, double nanos, double plannerMicros) {}

  /** {@code {frames:[...], mean:{...}}} in one line. */
  String json() {
    return JsonOut.line(
        json -> {
          json.beginObject();
          json.name("frames");
          JsonOut.array(
              json,
              updates,
              update -> {
                put(json, "windows", update.windows());
                put(json, "bytes", update.bytes());
                number(json, "modelledMs", update.nanos() / NANOS_PER_MILLI);
                number(json, "plannerMicros", update.plannerMicros());
              });
          json.name("mean");
          json.beginObject();
          number(json, "windows", mean(Update::windows));
          number(json, "bytes", mean(Update::bytes));
          number(json, "modelledMs", mean(Update::nanos) / NANOS_PER_MILLI);
          number(json, "plannerMicros", mean(Update::plannerMicros));
          json.endObject();
          json.endObject();
        });
  }

  /** A row for each update, and the mean. */
  void print(PrintWriter out) {
    var table = new Table("FRAME", "WINDOWS", "BYTES", "MODELLED MS", "PLANNER US");
    for (int i = 0; i < updates.size(); i++) {
      Update update = updates.get(i);
      table.row(
          Integer.toString(i + 1),
          Integer.toString(update.windows()),
          Long.toString(update.bytes()),
          text(update.nanos() / NANOS_PER_MILLI),
          text(update.plannerMicros()));
    }
    table.row(
        "mean",
        text(mean(Update::windows)),
        text(mean(Update::bytes)),
        text(mean(Update::nanos) / NANOS_PER_MILLI),
        text(mean(Update::plannerMicros)));
    table.print(out);
  }

  private double mean(ToDoubleFunction<Update> value) {
    return updates.stream().mapToDouble(value).average().orElse(0);
  }

  private static void number(JsonWriter json, String key, double value) {
    put(json, key, OptionalDouble.of(value));
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
