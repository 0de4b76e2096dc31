package io.panelwatch.agent.inspection;

import io.panelwatch.agent.config.InspectionSettings.Every;
import io.panelwatch.agent.config.InspectionSettings.Interval;
import io.panelwatch.agent.config.InspectionSettings.Item;
import io.panelwatch.agent.fault.Fault;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/**
 * When something is to be looked at. What comes first counts:
 *
 * <pre>
 *   calendar        a month, a quarter.. after it was looked at last, or after the first start
 *   running hours   so many since then; they stand in for the calendar where no day is known
 *   wear            now, while DSK-404, DSK-409 (memory and disks) or PWR-105 (power) is active in
 *                   an episode that was not known yet when it was looked at last
 * </pre>
 *
 * @param item what
 * @param every how often
 * @param last when it was looked at last
 * @param day on which it is due by the calendar; empty where that does not tell
 * @param hoursLeft hours to run until it is due by them, below 0 since; empty where they do not
 *     count
 * @param wear faultIds that bring it forward, in their order
 * @param overdueDays days since it is due, by what came first; below 0 until then
 */
public record InspectionDue(
    Item item,
    Every every,
    Optional<InspectionRecord> last,
    Optional<LocalDate> day,
    OptionalDouble hoursLeft,
    List<String> wear,
    double overdueDays) {

  private static final double HOURS_PER_DAY = Duration.ofDays(1).toHours();
  private static final double HOURS_PER_MONTH = ChronoUnit.MONTHS.getDuration().toHours();

  public InspectionDue {
    wear = List.copyOf(wear);
  }

  /**
   * When it is due.
   *
   * @param every how often, which is not never
   * @param active the active faults
   */
  static InspectionDue of(
      Item item,
      Every every,
      Optional<InspectionRecord> last,
      RunningTime time,
      List<Fault> active) {
    Optional<LocalDate> day = day(every.interval(), last, time);
    OptionalDouble hoursLeft = hoursLeft(every, last, time, day.isPresent());
    Set<String> unseen = new TreeSet<>(Wear.of(item, active));
    unseen.removeAll(last.map(InspectionRecord::wear).orElse(Set.of()));
    double overdueDays =
        DoubleStream.of(
                day.map(due -> (double) ChronoUnit.DAYS.between(due, time.today().orElseThrow()))
                    .orElse(Double.NEGATIVE_INFINITY),
                hoursLeft.isPresent()
                    ? -hoursLeft.getAsDouble() / HOURS_PER_DAY
                    : Double.NEGATIVE_INFINITY,
                unseen.isEmpty() ? Double.NEGATIVE_INFINITY : 0)
            .max()
            .orElseThrow();
    return new InspectionDue(item, every, last, day, hoursLeft, List.copyOf(unseen), overdueDays);
  }

  private static Optional<LocalDate> day(
      Interval interval, Optional<InspectionRecord> last, RunningTime time) {
    if (interval == Interval.OFF || time.today().isEmpty()) {
      return Optional.empty();
    }
    return (last.isPresent() ? last.get().day() : time.since())
        .map(from -> from.plusMonths(interval.months()));
  }

  private static OptionalDouble hoursLeft(
      Every every, Optional<InspectionRecord> last, RunningTime time, boolean dayIsKnown) {
    double run = time.hours() - last.map(InspectionRecord::runningHours).orElse(0.0);
    var limits = DoubleStream.builder();
    every.runningHours().ifPresent(limits::add);
    if (!dayIsKnown && every.interval() != Interval.OFF) {
      limits.add(every.interval().months() * HOURS_PER_MONTH);
    }
    OptionalDouble first = limits.build().min();
    return first.isPresent() ? OptionalDouble.of(first.getAsDouble() - run) : first;
  }

  /** Whether it is due. */
  public boolean isNow() {
    return overdueDays >= 0;
  }
}
