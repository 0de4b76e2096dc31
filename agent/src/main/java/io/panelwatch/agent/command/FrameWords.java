package io.panelwatch.agent.command;

import io.panelwatch.agent.control.FrameSummary;
import io.panelwatch.agent.control.ReadingSummary;
import io.panelwatch.agent.health.Quality;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A freeze frame as a person reads it.
 *
 * @param words of the language
 */
record FrameWords(FaultWords words) {

  /** What was read at first sight, a line for each reading. */
  List<String> atFirstSight(FrameSummary frame) {
    return frame.raw().stream().map(FrameWords::reading).toList();
  }

  /** Between what each quantity was in the minute before, and from when on that is known. */
  List<String> before(FrameSummary frame) {
    var byQuantity = new LinkedHashMap<List<String>, List<FrameSummary.Earlier>>();
    for (FrameSummary.Earlier earlier : frame.before()) {
      ReadingSummary reading = earlier.reading();
      if (reading.value().isPresent()) {
        byQuantity
            .computeIfAbsent(
                List.of(reading.component(), reading.name(), reading.unit()),
                of -> new ArrayList<>())
            .add(earlier);
      }
    }
    return byQuantity.values().stream().map(this::span).toList();
  }

  private String span(List<FrameSummary.Earlier> readings) {
    ReadingSummary first = readings.getFirst().reading();
    DoubleSummaryStatistics values =
        readings.stream()
            .mapToDouble(earlier -> earlier.reading().value().orElseThrow())
            .summaryStatistics();
    String least = Measured.number(OptionalDouble.of(values.getMin()));
    String most = Measured.number(OptionalDouble.of(values.getMax()), first.unit());
    String what = first.component() + " " + first.name();
    String from = FaultWords.toTheSecond(readings.getFirst().at());
    return values.getMin() == values.getMax()
        ? words.say("before.steady", from, what, most)
        : words.say("before.between", from, what, least, most);
  }

  private static String reading(ReadingSummary reading) {
    String value = Measured.number(reading.value(), reading.unit());
    boolean good = reading.quality().equals(Quality.GOOD.text());
    return "%s %s %s%s"
        .formatted(
            reading.component(), reading.name(), value, good ? "" : ", " + reading.quality());
  }
}
