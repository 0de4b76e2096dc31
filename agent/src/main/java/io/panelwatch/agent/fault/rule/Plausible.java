package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import java.util.OptionalDouble;

/**
 * The temperatures that something on a board can have. What lies outside is a broken sensor's and
 * says nothing about heat or cold.
 *
 * <p>A chip that is made for more (a voltage regulator) is believed up to {@link
 * #ABOVE_CRIT_CELSIUS} above its own critical temperature. The top of a signed byte, with or
 * without a fraction, is what a sensor shows whose wire is broken, and is nobody's temperature.
 */
final class Plausible {

  static final double LOWEST_CELSIUS = -40;
  static final double HIGHEST_CELSIUS = 125;

  private static final double ABOVE_CRIT_CELSIUS = 25;
  private static final double TOP_OF_A_BYTE = 127;
  private static final double PAST_A_BYTE = 128;

  /** Limits outside are not meant: firmware and drivers give 0, 20.8 and 65261.85. */
  private static final double LOWEST_CRIT_CELSIUS = 40;

  private static final double HIGHEST_CRIT_CELSIUS = 150;

  private Plausible() {}

  /** Whether that sensor can measure that temperature. */
  static boolean is(Component sensor, double celsius) {
    boolean broken = celsius >= TOP_OF_A_BYTE && celsius <= PAST_A_BYTE;
    return celsius >= LOWEST_CELSIUS && celsius <= highest(sensor) && !broken;
  }

  /** The temperature that was read just now, if it can be true. */
  static OptionalDouble celsius(Component temperature) {
    return temperature.good(Quantity.TEMPERATURE_CELSIUS).stream()
        .filter(celsius -> is(temperature, celsius))
        .filter(celsius -> !temperature.is(Quantity.TEMPERATURE_FAULT, 1))
        .findFirst();
  }

  /**
   * The temperature that a chip calls critical, if it is one. Of the limit the last known value
   * will do: it does not change while the chip, or this attribute of it, is silent.
   */
  static OptionalDouble crit(Component chip, Past past) {
    OptionalDouble told = crit(chip);
    boolean silent = told.isEmpty() && chip.silent(Quantity.TEMPERATURE_CRIT_CELSIUS);
    return silent ? meant(past.last(Quantity.TEMPERATURE_CRIT_CELSIUS, chip.name())) : told;
  }

  /** The same as far as the chip's latest readings know it. */
  private static OptionalDouble crit(Component chip) {
    return chip.reading(Quantity.TEMPERATURE_CRIT_CELSIUS)
        .map(reading -> meant(reading.value()))
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble meant(OptionalDouble crit) {
    return crit.stream()
        .filter(celsius -> celsius >= LOWEST_CRIT_CELSIUS && celsius <= HIGHEST_CRIT_CELSIUS)
        .findFirst();
  }

  /** Whether a reading was seen at all: no implausible temperature was. */
  static boolean isSeen(Reading reading) {
    boolean ofTemperature = reading.quantity() == Quantity.TEMPERATURE_CELSIUS;
    return reading.good()
        && reading.value().stream()
            .anyMatch(
                value -> !ofTemperature || (value >= LOWEST_CELSIUS && value <= HIGHEST_CELSIUS));
  }

  /** A hysteresis that no chip would ever cool down to is not meant. */
  static boolean isReached(double celsius) {
    return celsius >= LOWEST_CRIT_CELSIUS;
  }

  private static double highest(Component sensor) {
    return Math.max(HIGHEST_CELSIUS, crit(sensor).orElse(0) + ABOVE_CRIT_CELSIUS);
  }
}
