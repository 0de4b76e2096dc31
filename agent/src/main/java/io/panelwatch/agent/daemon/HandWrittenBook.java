package io.panelwatch.agent.daemon;

import io.panelwatch.agent.config.InspectionSettings.Item;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.inspection.InspectionRecord;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * The file in which inspections were once noted by hand, of a line each:
 *
 * <pre>
 *   hours 1260                 how long the agent has run, in all
 *   fans 2026-03-01 1104       looked at on that day (or "-"), at that many hours
 * </pre>
 *
 * <p>Lines of 0 hours are of the first start, when nobody had looked at anything. One of more hours
 * may also be of what was switched on only by then, as the agent itself noted it: nobody can tell
 * the two apart, and the interval counts from there either way. A line that is none of these is
 * left out, and so is one of what cannot be: hours are not negative, no more than those of the book
 * and no more than a hundred years; a day is not to come, nor before 1970.
 *
 * @param hours how long the agent had run
 * @param lines the others
 * @param leftOut the lines that are none of these, as they were written
 */
record HandWrittenBook(double hours, List<Line> lines, List<String> leftOut) {

  static final String FILE = "inspections";

  private static final String HOURS = "hours";
  private static final int HOURS_PER_DAY = 24;

  /** More than a hundred years: a slip of who wrote it. */
  private static final double MOST_HOURS = 1_000_000;

  /** When something was looked at. */
  record Line(String item, Optional<LocalDate> day, double hours) {

    private static Optional<Line> of(String text) {
      String[] words = text.split(" +", -1);
      if (words.length != 3 || !isItem(words[0])) {
        return Optional.empty();
      }
      try {
        Optional<LocalDate> day =
            words[1].equals("-") ? Optional.empty() : Optional.of(LocalDate.parse(words[1]));
        return number(words[2]).mapToObj(hours -> new Line(words[0], day, hours)).findFirst();
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }

    /** Somewhere on earth it may be tomorrow by now. */
    private boolean canBe(double mostHours, Stamp at) {
      LocalDate tomorrow = LocalDate.ofInstant(at.wall(), ZoneOffset.UTC).plusDays(1);
      boolean toCome = at.trusted() && day.filter(tomorrow::isBefore).isPresent();
      boolean tooLongAgo = day.filter(LocalDate.EPOCH::isAfter).isPresent();
      return hours <= mostHours && !toCome && !tooLongAgo;
    }

    /** The agent had run by then for so long at least. */
    private Optional<LocalDate> firstStart() {
      return day.map(looked -> looked.minusDays((long) (hours / HOURS_PER_DAY)));
    }
  }

  HandWrittenBook {
    lines = List.copyOf(lines);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Reads what the file has.
   *
   * @param at when that is: where the clock is trusted, no day may be later
   */
  static HandWrittenBook parse(String text, Stamp at) {
    List<String> all = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    double hours = all.stream().flatMapToDouble(HandWrittenBook::hours).max().orElse(0);
    var lines = new ArrayList<Line>();
    var leftOut = new ArrayList<String>();
    for (String written : all) {
      Optional<Line> line = Line.of(written).filter(read -> read.canBe(hours, at));
      line.ifPresent(lines::add);
      if (line.isEmpty() && hours(written).findAny().isEmpty()) {
        leftOut.add(written);
      }
    }
    return new HandWrittenBook(hours, lines, leftOut);
  }

  private static DoubleStream hours(String line) {
    String[] words = line.split(" +", -1);
    return words.length == 2 && words[0].equals(HOURS) ? number(words[1]) : DoubleStream.empty();
  }

  private static boolean isItem(String word) {
    return Arrays.stream(Item.values()).anyMatch(item -> item.text().equals(word));
  }

  private static DoubleStream number(String word) {
    try {
      double number = Double.parseDouble(word);
      return number >= 0 && number <= MOST_HOURS ? DoubleStream.of(number) : DoubleStream.empty();
    } catch (NumberFormatException e) {
      return DoubleStream.empty();
    }
  }

  /** The day of the first start, as far as it is known. */
  Optional<LocalDate> since() {
    return lines.stream().flatMap(line -> line.firstStart().stream()).min(LocalDate::compareTo);
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
