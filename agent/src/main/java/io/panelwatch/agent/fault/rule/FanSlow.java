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
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * FAN-202: a fan turns slower than its target or lower limit asks for, judged in percent of that.
 * One that stands still is {@link FanStopped}'s affair, which neither begins nor ends this one, and
 * one of which nobody asks a speed, or that is asked to stand still, is well.
 */
final class FanSlow implements Rule {

  static final String CODE = "FAN-202";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(SensorFamily.FANS).stream()
        .flatMap(fan -> judge(fan, past, limits.of(CODE, fan.name())))
        .toList();
  }

  /**
   * A fan that was slow has turned, and where that was against its lower limit, as fast as that.
   * One that was held against its target may never have come near its limit.
   */
  @Override
  public Past recall(Fault fault, Past past) {
    Past turned = past.withSeen(Quantity.FAN_RPM, fault.component(), 1);
    return FanCommand.hadTarget(fault) ? turned : FanCommand.recallAsFastAsItsLimit(fault, turned);
  }

  private static Stream<Finding> judge(Component fan, Past past, Criteria criteria) {
    return fan.reading(Quantity.FAN_RPM).map(Reading::source).stream()
        .map(source -> judge(fan, past, criteria, source));
  }

  private static Finding judge(Component fan, Past past, Criteria criteria, String source) {
    OptionalDouble expected = FanCommand.expectedRpm(fan, past);
    if (expected.isEmpty() || !FanCommand.turns(fan, past)) {
      return plain(fan, criteria, Verdict.clearIf(FanCommand.told(fan)), source);
    }
    if (fan.is(Quantity.FAN_RPM, 0)) {
      return plain(fan, criteria, Verdict.HOLD, source);
    }
    OptionalDouble percent =
        fan.good(Quantity.FAN_RPM).stream()
            .map(rpm -> rpm * 100 / expected.getAsDouble())
            .findFirst();
    return Finding.measured(fan, criteria, percent, source);
  }

  private static Finding plain(Component fan, Criteria criteria, Verdict verdict, String source) {
    return Finding.plain(fan, criteria, verdict, OptionalDouble.empty(), source);
  }
}
