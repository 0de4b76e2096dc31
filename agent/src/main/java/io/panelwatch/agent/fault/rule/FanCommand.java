package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a fan is asked to do.
 *
 * <p>It should turn when its channel is not disabled and it has a target speed above 0, or, while
 * its PWM is not at 0, a lower limit or a past in which it was seen turning. A limit above {@link
 * #FASTEST_FAN_RPM} is a register's power-on value, and one below {@link #SLOWEST_FAN_RPM} is what
 * chips leave there for headers without a fan: it asks for nothing.
 *
 * <p>The lower limits of a PC's {@linkplain io.panelwatch.hal.BoardMonitors board monitor} prove
 * nothing by themselves: most are what the register woke up with, at any divider, or what the
 * firmware wrote for all headers alike, the empty ones included. One counts from when its fan was
 * seen turning that fast. The price: a fan of a PC that stood still before the agent's first start
 * is not missed.
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
    boolean turned = past.wasEver(Quantity.FAN_RPM, fan.name(), 0);
    return driven && (turned || limit(fan, past).isPresent());
  }

  /** Whether everything that could ask it to turn was read, or it is switched off anyway. */
  static boolean told(Component fan) {
    boolean off = fan.is(Quantity.FAN_PWM_PERCENT, 0) && !fan.silent(Quantity.FAN_TARGET_RPM);
    return off || fan.is(Quantity.FAN_ENABLED, 0) || SAYS_WHETHER.stream().noneMatch(fan::silent);
  }

  /** How fast it should turn: its target, or else its lower limit; empty where nobody says. */
  static OptionalDouble expectedRpm(Component fan, Past past) {
    OptionalDouble target = target(fan);
    return target.isPresent() ? target : limit(fan, past);
  }

  /** Whether there is a lower limit, and nobody knows which. */
  static boolean limitIsUnread(Component fan) {
    return fan.silent(Quantity.FAN_MIN_RPM) && knownMin(fan).isEmpty();
  }

  /** Whether the alarm compares the fan with a lower limit that asks for nothing. */
  static boolean alarmSaysNothing(Component fan, Past past) {
    return knownMin(fan).orElse(0) > 0 && limit(fan, past).isEmpty();
  }

  /** Whether the fan had a target when the fault was first seen, which goes before its limit. */
  static boolean hadTarget(Fault fault) {
    return fault.freezeFrame().raw(Quantity.FAN_TARGET_RPM).stream()
        .filter(target -> target.component().equals(fault.component()))
        .filter(Reading::good)
        .anyMatch(target -> within(target.value(), 1).isPresent());
  }

  /**
   * The same past, known to what a fault proves for which a fan was held against its lower limit:
   * the fan has turned that fast. The same past where it has none that asks for anything.
   */
  static Past recallAsFastAsItsLimit(Fault fault, Past past) {
    OptionalDouble min = fault.freezeFrame().value(Quantity.FAN_MIN_RPM, fault.component());
    OptionalDouble asked = within(min, SLOWEST_FAN_RPM);
    return asked.isPresent()
        ? past.withSeen(Quantity.FAN_RPM, fault.component(), asked.getAsDouble())
        : past;
  }

  private static OptionalDouble target(Component fan) {
    return within(fan.good(Quantity.FAN_TARGET_RPM), 1);
  }

  private static OptionalDouble limit(Component fan, Past past) {
    OptionalDouble highest = past.highest(Quantity.FAN_RPM, fan.name());
    boolean anybodys = !fan.isKnownAs(Quantity.FAN_OF_BOARD_MONITOR);
    return within(knownMin(fan), SLOWEST_FAN_RPM).stream()
        .filter(min -> anybodys || highest.orElse(0) >= min)
        .findFirst();
  }

  /**
   * The lower limit; its last known value will do, because it does not change while it is silent.
   */
  private static OptionalDouble knownMin(Component fan) {
    return fan.reading(Quantity.FAN_MIN_RPM).map(Reading::value).orElse(OptionalDouble.empty());
  }

  private static OptionalDouble within(OptionalDouble rpm, double least) {
    return rpm.stream().filter(value -> value >= least && value <= FASTEST_FAN_RPM).findFirst();
  }
}
