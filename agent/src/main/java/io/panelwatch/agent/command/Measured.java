package io.panelwatch.agent.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/** What was measured, as a person reads it. */
final class Measured {

  private static final String NOTHING = "-";

  private Measured() {}

  /** To a tenth, without zeros that say nothing; {@code -} where there is no number. */
  static String number(OptionalDouble value) {
    return value.isEmpty()
        ? NOTHING
        : BigDecimal.valueOf(value.getAsDouble())
            .setScale(1, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
  }

  /** With its unit, where there are both. */
  static String number(OptionalDouble value, String unit) {
    return value.isEmpty() || unit.isEmpty() ? number(value) : number(value) + " " + unit;
  }
}
