package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A rule of something that is counted: by how much the counter grew within a window is held against
 * the limits. Where several counters count the same trouble, the one that grew most tells.
 *
 * @param code which
 * @param counters at least one, all of the family that is judged
 * @param window how far back their growth counts, at most {@link Past#REACH}
 * @param fromNothing whether what a counter stands at when it is first read has grown, too;
 *     otherwise that is the baseline and no fault
 * @param concerns which components it is about
 */
record Counted(
    String code,
    List<Quantity> counters,
    Duration window,
    boolean fromNothing,
    Predicate<Component> concerns)
    implements Rule {

  /**
   * For codes that last until somebody acknowledges them: for so long after the event it is not
   * over, and an acknowledgement does not end them yet.
   */
  static final Duration EVENT = Duration.ofMinutes(1);

  Counted {
    counters = List.copyOf(counters);
  }

  /** About every component of the counter's family. */
  static Counted of(String code, Quantity counter, Duration window) {
    return new Counted(code, List.of(counter), window, false, component -> true);
  }

  /** Single events, each of which is a fault until it is acknowledged. */
  static Counted events(String code, Quantity counter) {
    return of(code, counter, EVENT);
  }

  /**
   * Single events of which none is normal: those from before the board was first watched count as
   * well. Over a restart the counter is kept, so that they count once.
   */
  static Counted eventsFromNothing(String code, Quantity counter) {
    return new Counted(code, List.of(counter), EVENT, true, component -> true);
  }

  /** The same, told by other counters of the family as well. */
  Counted or(Quantity... others) {
    List<Quantity> all = Stream.concat(counters.stream(), Stream.of(others)).toList();
    return new Counted(code, all, window, fromNothing, concerns);
  }

  /** The same of some components only. */
  Counted where(Predicate<Component> some) {
    return new Counted(code, counters, window, fromNothing, concerns.and(some));
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(counters.getFirst().family()).stream()
        .filter(concerns)
        .flatMap(component -> judge(component, past, limits))
        .toList();
  }

  private Stream<Finding> judge(Component component, Past past, Limits limits) {
    Comparator<Reading> byGrowth = Comparator.comparingDouble(reading -> growth(reading, past));
    return counters.stream()
        .flatMap(counter -> component.reading(counter).stream())
        .filter(Reading::exists)
        .max(Comparator.comparing(Reading::good).thenComparing(byGrowth))
        .stream()
        .map(most -> finding(component, most, past, limits));
  }

  private Finding finding(Component component, Reading most, Past past, Limits limits) {
    OptionalDouble growth =
        most.good() ? OptionalDouble.of(growth(most, past)) : OptionalDouble.empty();
    return Finding.measured(component, limits.of(code, component.name()), growth, most.source())
        .inDoubtIf(counters.stream().anyMatch(component::silent))
        .recurred(counters.stream().anyMatch(counter -> past.grew(counter, component.name())));
  }

  private double growth(Reading reading, Past past) {
    return fromNothing
        ? past.increaseFromNothing(reading.quantity(), reading.component(), window)
        : past.increase(reading.quantity(), reading.component(), window);
  }
}
