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
 * the limits. What it stood at when it was first read is the baseline and no fault.
 *
 * @param code which
 * @param quantity the counter; its family is the one that is judged
 * @param window how far back its growth counts, at most {@link Past#REACH}
 * @param concerns which components it is about
 */
record Counted(String code, Quantity quantity, Duration window, Predicate<Component> concerns)
    implements Rule {

  /** About every component of the counter's family. */
  static Counted of(String code, Quantity quantity, Duration window) {
    return new Counted(code, quantity, window, component -> true);
  }

  /** The same of some components only. */
  Counted where(Predicate<Component> some) {
    return new Counted(code, quantity, window, concerns.and(some));
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(quantity.family()).stream()
        .filter(concerns)
        .flatMap(component -> judge(component, past, limits))
        .toList();
  }

  private Stream<Finding> judge(Component component, Past past, Limits limits) {
    boolean known = component.good(quantity).isPresent();
    OptionalDouble growth =
        known
            ? OptionalDouble.of(past.increase(quantity, component.name(), window))
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
}
