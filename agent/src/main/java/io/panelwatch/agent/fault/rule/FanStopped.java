package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * FAN-201: a fan stands still that should turn.
 *
 * <p>It should turn when its channel is not disabled and it has a lower limit, or a target speed
 * above 0, or was seen turning. None of these: an empty header, which is no fault. A limit above
 * {@link #FASTEST_FAN_RPM} is a register's power-on value and not one that somebody meant.
 */
final class FanStopped implements Rule {

  static final String CODE = "FAN-201";

  /** No fan that fits a board turns faster; chips wake up with 84375 or 168750 in fanN_min. */
  private static final double FASTEST_FAN_RPM = 50_000;

  /** What says whether a fan should turn, and does. */
  private static final List<Quantity> SAYS_WHETHER =
      List.of(Quantity.FAN_RPM, Quantity.FAN_MIN_RPM, Quantity.FAN_TARGET_RPM);

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(SensorFamily.FANS).stream()
        .flatMap(fan -> judge(fan, past, limits))
        .toList();
  }

  /** A fan that is down as stopped has turned once. */
  @Override
  public Past recall(Fault fault, Past past) {
    return past.withSeen(Quantity.FAN_RPM, fault.component(), 1);
  }

  private static Stream<Finding> judge(Component fan, Past past, Limits limits) {
    Optional<Reading> speed = fan.reading(Quantity.FAN_RPM);
    if (speed.isEmpty()) {
      return Stream.empty();
    }
    Criteria criteria = limits.of(CODE, fan.name());
    OptionalDouble rpm = fan.good(Quantity.FAN_RPM);
    String source = speed.get().source();
    return Stream.of(
        shouldTurn(fan, past)
            ? Finding.measured(fan.name(), criteria, rpm, source, fan.readings())
            : Finding.plain(fan.name(), criteria, unasked(fan), rpm, source, fan.readings()));
  }

  private static boolean shouldTurn(Component fan, Past past) {
    return !fan.is(Quantity.FAN_ENABLED, 0)
        && (commanded(fan, Quantity.FAN_MIN_RPM)
            || commanded(fan, Quantity.FAN_TARGET_RPM)
            || past.wasEver(Quantity.FAN_RPM, fan.name(), 0));
  }

  /** A fan that nobody asks to turn is fine; one of which that is not known is not judged. */
  private static Verdict unasked(Component fan) {
    boolean told = fan.is(Quantity.FAN_ENABLED, 0) || SAYS_WHETHER.stream().noneMatch(fan::silent);
    return told ? Verdict.CLEAR : Verdict.NO_DATA;
  }

  private static boolean commanded(Component fan, Quantity quantity) {
    return fan.above(quantity, 0) && !fan.above(quantity, FASTEST_FAN_RPM);
  }
}
