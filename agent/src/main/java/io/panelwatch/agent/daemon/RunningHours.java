package io.panelwatch.agent.daemon;

import io.panelwatch.agent.inspection.RunningTime;
import io.panelwatch.hal.BoardClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.tinylog.Logger;

/**
 * How long the agent has run on this board, over restarts, in a file of the state folder:
 *
 * <pre>
 *   hours 1260.25
 *   since 2026-03-01    the day of the first start; left out as long as no clock could be trusted
 * </pre>
 *
 * <p>Written once an hour and at the end, so that a power cut takes an hour of it at most.
 * Thread-safe; {@link #time} never waits for the storage.
 */
final class RunningHours implements AutoCloseable {

  static final String FILE = "running-hours";

  private static final String HOURS = "hours ";
  private static final String SINCE = "since ";
  private static final double NANOS_PER_HOUR = Duration.ofHours(1).toNanos();

  private final StateFiles files;
  private final BoardClock clock;
  private final long startedNanos;
  private volatile double before;
  private volatile Optional<LocalDate> since = Optional.empty();
  private double written;

  /** Goes on from what the run before has left; what is none of ours counts as nothing. */
  RunningHours(StateFiles files, BoardClock clock) {
    this.files = files;
    this.clock = clock;
    startedNanos = clock.monotonicNanos();
    files.read(FILE).lines().forEach(this::take);
    written = before;
  }

  private void take(String line) {
    try {
      if (line.startsWith(HOURS)) {
        double hours = Double.parseDouble(line.substring(HOURS.length()));
        before = Double.isFinite(hours) ? Math.max(0, hours) : 0;
      } else if (line.startsWith(SINCE)) {
        since = Optional.of(LocalDate.parse(line.substring(SINCE.length())));
      }
    } catch (DateTimeParseException | NumberFormatException e) {
      Logger.warn("{} has a line that cannot be read: {}", path(), e.getMessage());
    }
  }

  /** Where they are kept. */
  Path path() {
    return files.path(FILE);
  }

  /** As of now. */
  RunningTime time() {
    double run = (clock.monotonicNanos() - startedNanos) / NANOS_PER_HOUR;
    return new RunningTime(
        before + run, since, clock.wallTrusted() ? Optional.of(clock.wall()) : Optional.empty());
  }

  /**
   * So many hours are known of from elsewhere: the file was lost, or is of another storage than
   * what says so. What is missing is written at once, for it is not known of for ever.
   */
  synchronized void atLeast(double known) {
    RunningTime time = time();
    if (time.hours() < known) {
      takeOver(known, time.atLeast(known).dayAt(0));
    }
  }

  /** Somebody else has counted: more hours hold, and an earlier day. */
  synchronized void takeOver(double hours, Optional<LocalDate> first) {
    before += Math.max(0, hours - time().hours());
    since = since.filter(day -> first.filter(day::isAfter).isEmpty()).or(() -> first);
    write(time());
  }

  /** Writes them if it is time. */
  synchronized void keep() {
    RunningTime time = time();
    boolean dated = since.isEmpty() && time.now().isPresent();
    if (dated) {
      since = time.dayAt(0);
    }
    if (dated || time.hours() - written >= 1) {
      write(time);
    }
  }

  @Override
  public synchronized void close() {
    write(time());
  }

  private void write(RunningTime time) {
    written = time.hours();
    String first = since.map(day -> SINCE + day + "\n").orElse("");
    files.write(FILE, HOURS + Math.round(written * 100) / 100.0 + "\n" + first);
  }
}
