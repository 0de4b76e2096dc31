package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A rule of something that is counted: by how much the counter grew within a window is held against
 * the limits.
 *
 * @param code which
 * @param quantity the counter; its family is the one that is judged
 * @param window how far back its growth counts, at most {@link Past#REACH}
 * @param fromNothing whether what it stands at when it is first read has grown, too; otherwise that
 *     is the baseline and no fault
 * @param concerns which components it is about
 */
record Counted(
    String code,
    Quantity quantity,
    Duration window,
    boolean fromNothing,
    Predicate<Component> concerns)
    implements Rule {

  /**
   * Short enough to tell what happened now from what happened once: for codes that last until
   * somebody acknowledges them, however long it is over.
   */
  static final Duration EVENT = Duration.ofMinutes(1);

  /** About every component of the counter's family. */
  static Counted of(String code, Quantity quantity, Duration window) {
    return new Counted(code, quantity, window, false, component -> true);
  }

  /** Single events, each of which is a fault until it is acknowledged. */
  static Counted events(String code, Quantity quantity) {
    return of(code, quantity, EVENT);
  }

  /**
   * Single events of which none is normal: those from before the first scan count as well. The
   * price is that a counter nobody can reset tells of them again when the agent is restarted.
   */
  static Counted eventsFromNothing(String code, Quantity quantity) {
    return new Counted(code, quantity, EVENT, true, component -> true);
  }

  /** The same of some components only. */
  Counted where(Predicate<Component> some) {
    return new Counted(code, quantity, window, fromNothing, concerns.and(some));
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(quantity.family()).stream()
        .filter(concerns)
        .flatMap(component -> judge(component, past, limits))
        .toList();
  }

  private Stream<Finding> judge(Component component, Past past, Limits limits) {
    OptionalDouble growth =
        component.good(quantity).isPresent()
            ? OptionalDouble.of(growth(component.name(), past))
            : OptionalDouble.empty();
    return component.reading(quantity).filter(Reading::exists).stream()
        .map(
            reading ->
                Finding.measured(
                        component.name(),
                        limits.of(code, component.name()),
                        growth,
                        reading.source(),
                        component.readings())
                    .recurred(past.grew(quantity, component.name())));
  }

  private double growth(String component, Past past) {
    return fromNothing
        ? past.increaseFromNothing(quantity, component, window)
        : past.increase(quantity, component, window);
  }
}
