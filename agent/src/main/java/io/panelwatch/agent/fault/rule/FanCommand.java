package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a fan is asked to do.
 *
 * <p>It should turn when its channel is not disabled and it has a target speed above 0, or, while
 * its PWM is not at 0, a lower limit or a past in which it was seen turning. A limit above {@link
 * #FASTEST_FAN_RPM} is a register's power-on value, and one below {@link #SLOWEST_FAN_RPM} is what
 * chips leave there for headers without a fan: it asks for nothing. What a PC's board monitor shows
 * for a fan without anybody having set it, its power-on scale or one limit for all its headers, is
 * no reading to begin with.
 */
final class FanCommand {

  /** No fan that fits a board turns faster; chips wake up with 84375 or 168750 in fanN_min. */
  private static final double FASTEST_FAN_RPM = 50_000;

  /** No fan is asked to turn slower; firmware writes 10 into the fanN_min of an it8720. */
  private static final double SLOWEST_FAN_RPM = 100;

  /** What says whether a fan should turn, and does. */
  private static final List<Quantity> SAYS_WHETHER =
      List.of(Quantity.FAN_RPM, Quantity.FAN_MIN_RPM, Quantity.FAN_TARGET_RPM);

  private FanCommand() {}

  /** Whether the fan should turn now. */
  static boolean turns(Component fan, Past past) {
    if (fan.is(Quantity.FAN_ENABLED, 0)) {
      return false;
    }
    if (target(fan).isPresent()) {
      return true;
    }
    boolean driven = !fan.is(Quantity.FAN_PWM_PERCENT, 0);
    return driven && (limit(fan).isPresent() || past.wasEver(Quantity.FAN_RPM, fan.name(), 0));
  }

  /** Whether everything that could ask it to turn was read, or it is switched off anyway. */
  static boolean told(Component fan) {
    boolean off = fan.is(Quantity.FAN_PWM_PERCENT, 0) && !fan.silent(Quantity.FAN_TARGET_RPM);
    return off || fan.is(Quantity.FAN_ENABLED, 0) || SAYS_WHETHER.stream().noneMatch(fan::silent);
  }

  /** How fast it should turn: its target, or else its lower limit; empty where nobody says. */
  static OptionalDouble expectedRpm(Component fan) {
    OptionalDouble target = target(fan);
    return target.isPresent() ? target : limit(fan);
  }

  private static OptionalDouble target(Component fan) {
    return within(fan.good(Quantity.FAN_TARGET_RPM), 1);
  }

  private static OptionalDouble limit(Component fan) {
    return within(fan.good(Quantity.FAN_MIN_RPM), SLOWEST_FAN_RPM);
  }

  private static OptionalDouble within(OptionalDouble rpm, double least) {
    return rpm.stream().filter(value -> value >= least && value <= FASTEST_FAN_RPM).findFirst();
  }
}
