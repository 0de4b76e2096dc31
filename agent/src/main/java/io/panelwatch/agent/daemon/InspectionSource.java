package io.panelwatch.agent.daemon;

import io.panelwatch.agent.config.InspectionSettings;
import io.panelwatch.agent.config.InspectionSettings.Interval;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.Inspection;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tinylog.Logger;

/**
 * What a person must look at, and when it should have been: the schedule of {@code [inspection]}
 * against a book in the state folder, of one line each:
 *
 * <pre>
 *   hours 1260                 how long the agent has run, in all
 *   fans 2026-03-01 1104       last looked at on that day, at that many hours
 * </pre>
 *
 * <p>The day counts while the wall clock is trusted. On a board that never knows the time the
 * running hours stand in for it. What is not in the book yet begins with the first start: nobody
 * can tell how long a board has stood somewhere before.
 *
 * <p>Hours are added up with each read and written once an hour. Read by one thread at a time, and
 * by one after the other: the round that reads sources orders their threads.
 */
final class InspectionSource implements SensorSource {

  private static final String BOOK = "inspections";
  private static final String HOURS = "hours";
  private static final double NANOS_PER_HOUR = Duration.ofHours(1).toNanos();
  private static final double HOURS_PER_DAY = 24;
  private static final double HOURS_PER_MONTH = ChronoUnit.MONTHS.getDuration().toHours();

  /** When something was looked at last: the day is empty where no clock was trusted. */
  private record Entry(Optional<LocalDate> day, double hours) {}

  private final Map<String, Interval> schedule;
  private final StateFiles files;
  private final BoardClock clock;
  private final Map<String, Entry> entries = new TreeMap<>();
  private double hours;
  private double writtenHours;
  private long readNanos;

  InspectionSource(InspectionSettings settings, StateFiles files, BoardClock clock) {
    this.schedule = schedule(settings);
    this.files = files;
    this.clock = clock;
    this.readNanos = clock.monotonicNanos();
    load();
  }

  private static Map<String, Interval> schedule(InspectionSettings settings) {
    var schedule = new LinkedHashMap<String, Interval>();
    schedule.put("power", settings.power());
    schedule.put("memory-and-disks", settings.memoryAndDisks());
    schedule.put("fans", settings.fans());
    schedule.put("display-cable", settings.displayCable());
    schedule.put("main-board", settings.mainBoard());
    schedule.values().removeIf(interval -> interval == Interval.OFF);
    return schedule;
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.INSPECTIONS;
  }

  @Override
  public String lookedIn() {
    return files.path(BOOK).toString();
  }

  @Override
  public boolean looksForAnything() {
    return !schedule.isEmpty();
  }

  @Override
  public List<Inspection> read() {
    long now = clock.monotonicNanos();
    hours += (now - readNanos) / NANOS_PER_HOUR;
    readNanos = now;
    Optional<LocalDate> today =
        clock.wallTrusted()
            ? Optional.of(LocalDate.ofInstant(clock.wall(), ZoneOffset.UTC))
            : Optional.empty();
    boolean changed = hours - writtenHours >= 1;
    var inspections = new ArrayList<Inspection>();
    for (Map.Entry<String, Interval> item : schedule.entrySet()) {
      Entry before = entries.get(item.getKey());
      Entry entry = begun(Optional.ofNullable(before), today);
      entries.put(item.getKey(), entry);
      changed |= !entry.equals(before);
      inspections.add(
          new Inspection(
              item.getKey(), lookedIn(), Measured.of(overdueDays(item.getValue(), entry, today))));
    }
    if (changed) {
      save();
    }
    return inspections;
  }

  /** What is in the book stands; a day is put to it as soon as one is known. */
  private Entry begun(Optional<Entry> known, Optional<LocalDate> today) {
    Entry entry = known.orElseGet(() -> new Entry(today, hours));
    return entry.day.isPresent()
        ? entry
        : new Entry(today.map(day -> day.minusDays(daysOf(hours - entry.hours))), entry.hours);
  }

  private double overdueDays(Interval interval, Entry last, Optional<LocalDate> today) {
    int months = months(interval);
    if (today.isPresent() && last.day.isPresent()) {
      return ChronoUnit.DAYS.between(last.day.get().plusMonths(months), today.get());
    }
    return (hours - last.hours - months * HOURS_PER_MONTH) / HOURS_PER_DAY;
  }

  private static int months(Interval interval) {
    return switch (interval) {
      case MONTHLY -> 1;
      case QUARTERLY -> 3;
      case HALF_YEARLY -> 6;
      case YEARLY, OFF -> 12;
    };
  }

  private static long daysOf(double hours) {
    return Math.round(hours / HOURS_PER_DAY);
  }

  private void load() {
    files.read(BOOK).lines().forEach(this::take);
    writtenHours = hours;
  }

  /** A line that is none of ours is left out: what it was about begins anew. */
  private void take(String line) {
    String[] words = line.split(" ", -1);
    try {
      if (words.length == 2 && words[0].equals(HOURS)) {
        hours = Math.max(0, Double.parseDouble(words[1]));
      } else if (words.length == 3 && schedule.containsKey(words[0])) {
        Optional<LocalDate> day =
            words[1].equals("-") ? Optional.empty() : Optional.of(LocalDate.parse(words[1]));
        entries.put(words[0], new Entry(day, Double.parseDouble(words[2])));
      }
    } catch (DateTimeParseException | NumberFormatException e) {
      Logger.warn("{} has a line that cannot be read: {}", lookedIn(), e.getMessage());
    }
  }

  private void save() {
    var text = new StringBuilder(HOURS + " " + Math.round(hours) + "\n");
    entries.forEach(
        (item, entry) ->
            text.append(item)
                .append(' ')
                .append(entry.day.map(LocalDate::toString).orElse("-"))
                .append(' ')
                .append(Math.round(entry.hours))
                .append('\n'));
    files.write(BOOK, text.toString());
    writtenHours = hours;
  }
}
