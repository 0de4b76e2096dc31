package io.panelwatch.agent.command;

import io.panelwatch.agent.control.FaultSummary;
import io.panelwatch.agent.control.ReadingSummary;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * A line for each fault that begins, changes or ends, for a log or a pipe; the faults that are
 * there already begin with the first look. In JSON each line is an object with {@code at}, {@code
 * event} ({@code raised}, {@code changed}, {@code ended} or {@code readings}) and {@code fault} or
 * the {@code readings} that have changed.
 */
final class WatchLines implements WatchView {

  private final FaultWords words;
  private final Words verbs;
  private final PrintWriter out;
  private final boolean json;
  private Sighting before = Sighting.NOTHING;

  WatchLines(FaultWords words, Words verbs, PrintWriter out, boolean json) {
    this.words = words;
    this.verbs = verbs;
    this.out = out;
    this.json = json;
  }

  @Override
  public void show(Sighting now) {
    for (Sighting.Changed changed : now.since(before)) {
      String event = changed.change().name().toLowerCase(Locale.ROOT);
      out.println(json ? jsonOf(now, event, changed.fault()) : line(now, event, changed.fault()));
    }
    List<ReadingSummary> readings = now.readingsSince(before);
    if (json && !readings.isEmpty()) {
      out.println(jsonOf(now, readings));
    }
    out.flush();
    before = now;
  }

  private String line(Sighting now, String event, FaultSummary fault) {
    return Table.printable(
        String.join(
            "  ",
            now.at().map(FaultWords::toTheSecond).orElse("-"),
            verbs.say(event),
            fault.code(),
            fault.component(),
            fault.severity(),
            words.state(fault),
            fault.faultId(),
            words.say(fault.symptom())));
  }

  private static String jsonOf(Sighting now, String event, FaultSummary fault) {
    return JsonOut.line(
        json -> {
          json.beginObject();
          json.name("at");
          now.at().ifPresentOrElse(json::value, json::nullValue);
          JsonOut.put(json, "event", event);
          json.name("fault");
          fault.write(json);
          json.endObject();
        });
  }

  private static String jsonOf(Sighting now, List<ReadingSummary> readings) {
    return JsonOut.line(
        json -> {
          json.beginObject();
          json.name("at");
          now.at().ifPresentOrElse(json::value, json::nullValue);
          JsonOut.put(json, "event", "readings");
          json.name("readings");
          json.beginArray();
          readings.forEach(reading -> reading.write(json));
          json.endArray();
          json.endObject();
        });
  }

  /** Nothing was done to the terminal. */
  @Override
  public void pause() {
    out.flush();
  }

  @Override
  public void close() {
    out.flush();
  }
}
