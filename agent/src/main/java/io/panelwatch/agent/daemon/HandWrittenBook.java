package io.panelwatch.agent.daemon;

import io.panelwatch.agent.config.InspectionSettings.Item;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.inspection.InspectionRecord;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The file in which inspections were once noted by hand, of a line each:
 *
 * <pre>
 *   hours 1260                 how long the agent has run, in all
 *   fans 2026-03-01 1104       looked at on that day (or "-"), at that many hours
 * </pre>
 *
 * <p>Lines of 0 hours are of the first start, when nobody had looked at anything. A line that is
 * none of these is left out, and so is one of hours that cannot be: they are finite, not negative,
 * and no more than those of the book.
 *
 * @param hours how long the agent had run
 * @param lines the others
 */
record HandWrittenBook(double hours, List<Line> lines) {

  static final String FILE = "inspections";

  private static final String HOURS = "hours";

  /** When something was looked at. */
  record Line(String item, Optional<LocalDate> day, double hours) {

    private static Stream<Line> of(String[] words) {
      try {
        Optional<LocalDate> day =
            words[1].equals("-") ? Optional.empty() : Optional.of(LocalDate.parse(words[1]));
        return number(words[2]).mapToObj(hours -> new Line(words[0], day, hours));
      } catch (DateTimeParseException e) {
        return Stream.empty();
      }
    }
  }

  static HandWrittenBook parse(String text) {
    List<String[]> all = text.lines().map(line -> line.strip().split(" +")).toList();
    double hours =
        all.stream()
            .filter(words -> words.length == 2 && words[0].equals(HOURS))
            .flatMapToDouble(words -> number(words[1]))
            .max()
            .orElse(0);
    return new HandWrittenBook(
        hours,
        all.stream()
            .filter(words -> words.length == 3 && isItem(words[0]))
            .flatMap(Line::of)
            .filter(line -> line.hours <= hours)
            .toList());
  }

  private static boolean isItem(String word) {
    return Arrays.stream(Item.values()).anyMatch(item -> item.text().equals(word));
  }

  private static DoubleStream number(String word) {
    try {
      double number = Double.parseDouble(word);
      return Double.isFinite(number) && number >= 0
          ? DoubleStream.of(number)
          : DoubleStream.empty();
    } catch (NumberFormatException e) {
      return DoubleStream.empty();
    }
  }

  /** The day of the first start, as far as it is known. */
  Optional<LocalDate> since() {
    return lines.stream().flatMap(line -> line.day.stream()).min(LocalDate::compareTo);
  }

  /**
   * What people have looked at.
   *
   * @param known what is kept already: what is not later than that is no news
   * @param at when the book is read
   */
  List<InspectionRecord> news(List<InspectionRecord> known, Stamp at) {
    return lines.stream()
        .filter(line -> line.hours > hoursOf(line.item, known))
        .map(
            line ->
                new InspectionRecord(line.item, at, Actor.AGENT, line.day, line.hours, Set.of()))
        .toList();
  }

  private static double hoursOf(String item, List<InspectionRecord> known) {
    return known.stream()
        .filter(done -> done.item().equals(item))
        .mapToDouble(InspectionRecord::runningHours)
        .max()
        .orElse(0);
  }
}
