package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Scan;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A rule that holds one quantity of each component, or what follows from it, against the limits. A
 * component that is there without the quantity is not known to be well: it begins no fault and ends
 * none.
 *
 * @param code which
 * @param quantity what is compared; its family is the one that is judged
 * @param value the number that is compared; empty where it is not known
 * @param concerns which components it is about
 * @param endsWhenGone whether a component that is no longer there ends its fault
 */
record Threshold(
    String code,
    Quantity quantity,
    Function<Component, OptionalDouble> value,
    Predicate<Component> concerns,
    boolean endsWhenGone)
    implements Rule {

  /** About every component of the quantity's family. */
  static Threshold of(String code, Quantity quantity) {
    return new Threshold(
        code, quantity, component -> component.good(quantity), component -> true, false);
  }

  /** The same by what a component's quantity says, rather than by the bare number. */
  Threshold by(Function<Component, OptionalDouble> other) {
    return new Threshold(code, quantity, other, concerns, endsWhenGone);
  }

  /** The same of some components only. */
  Threshold where(Predicate<Component> some) {
    return new Threshold(code, quantity, value, concerns.and(some), endsWhenGone);
  }

  /** The same, and what is no longer there cannot be faulty. */
  Threshold overWhenGone() {
    return new Threshold(code, quantity, value, concerns, true);
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(quantity.family()).stream()
        .filter(concerns)
        .flatMap(component -> judge(component, limits))
        .toList();
  }

  @Override
  public Verdict ofVanished(Scan scan) {
    return Verdict.clearIf(endsWhenGone && scan.answered(quantity.family()));
  }

  private Stream<Finding> judge(Component component, Limits limits) {
    return component.reading(quantity).stream()
        .map(
            reading ->
                Finding.measured(
                    component,
                    limits.of(code, component.name()),
                    value.apply(component),
                    reading.source()));
  }
}
