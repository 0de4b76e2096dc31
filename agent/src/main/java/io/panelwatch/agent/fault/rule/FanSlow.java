package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * FAN-202: a fan turns slower than its target or lower limit asks for, judged in percent of that.
 * One that stands still is {@link FanStopped}'s affair, which neither begins nor ends this one, and
 * one that is asked to stand still is well.
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

  private static Stream<Finding> judge(Component fan, Past past, Criteria criteria) {
    OptionalDouble expected = FanCommand.expectedRpm(fan);
    OptionalDouble rpm = fan.good(Quantity.FAN_RPM);
    return fan.reading(Quantity.FAN_RPM).stream()
        .filter(reading -> expected.isPresent())
        .map(
            reading -> {
              if (!FanCommand.turns(fan, past)) {
                return plain(fan, criteria, Verdict.CLEAR, reading.source());
              }
              if (rpm.isPresent() && rpm.getAsDouble() == 0) {
                return plain(fan, criteria, Verdict.HOLD, reading.source());
              }
              OptionalDouble percent =
                  rpm.stream().map(value -> value * 100 / expected.getAsDouble()).findFirst();
              return Finding.measured(
                  fan.name(), criteria, percent, reading.source(), fan.readings());
            });
  }

  private static Finding plain(Component fan, Criteria criteria, Verdict verdict, String source) {
    return Finding.plain(
        fan.name(), criteria, verdict, OptionalDouble.empty(), source, fan.readings());
  }
}
