package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import java.util.OptionalDouble;

/**
 * The temperatures that something on a board can have. What lies outside is a broken sensor's and
 * says nothing about heat or cold.
 */
final class Plausible {

  static final double LOWEST_CELSIUS = -40;
  static final double HIGHEST_CELSIUS = 125;

  private Plausible() {}

  static boolean is(double celsius) {
    return celsius >= LOWEST_CELSIUS && celsius <= HIGHEST_CELSIUS;
  }

  /** The temperature that was read just now, if it can be true. */
  static OptionalDouble celsius(Component temperature) {
    return temperature.good(Quantity.TEMPERATURE_CELSIUS).stream()
        .filter(Plausible::is)
        .filter(celsius -> !temperature.is(Quantity.TEMPERATURE_FAULT, 1))
        .findFirst();
  }
}
