package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A rule of a quantity that says yes or no: a fault bit, a state. Where a component does not have
 * the quantity it says nothing.
 *
 * @param code which
 * @param quantity what is asked; its family is the one that is judged
 * @param raisedBy the answer that is the fault: 1, or 0 of what should be 1
 * @param concerns which components it is about
 * @param endsWhenGone whether a component that is no longer there ends its fault
 */
record Flag(
    String code,
    Quantity quantity,
    double raisedBy,
    Predicate<Component> concerns,
    boolean endsWhenGone)
    implements Rule {

  /** About every component of the quantity's family. */
  static Flag of(String code, Quantity quantity, double raisedBy) {
    return new Flag(code, quantity, raisedBy, component -> true, false);
  }

  /** The same of some components only. */
  Flag where(Predicate<Component> some) {
    return new Flag(code, quantity, raisedBy, concerns.and(some), endsWhenGone);
  }

  /** The same, and what is no longer there cannot be faulty. */
  Flag overWhenGone() {
    return new Flag(code, quantity, raisedBy, concerns, true);
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
    OptionalDouble value = component.good(quantity);
    return component.reading(quantity).filter(Reading::exists).stream()
        .map(
            reading ->
                Finding.plain(
                    component,
                    limits.of(code, component.name()),
                    Verdict.of(value, answer -> answer == raisedBy),
                    value,
                    reading.source()));
  }
}
