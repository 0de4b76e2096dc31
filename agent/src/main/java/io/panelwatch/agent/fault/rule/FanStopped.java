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
 * <p>Whether it should, {@link FanCommand} says. None that says so: an empty header, or a fan that
 * the kernel stops while the board is cool, which are no faults.
 */
final class FanStopped implements Rule {

  static final String CODE = "FAN-201";

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
        FanCommand.turns(fan, past)
            ? Finding.measured(fan, criteria, rpm, source)
            : Finding.plain(fan, criteria, unasked(fan), rpm, source));
  }

  /** A fan that nobody asks to turn is fine; one of which that is not known is not judged. */
  private static Verdict unasked(Component fan) {
    return Verdict.clearIf(FanCommand.told(fan));
  }
}
