package io.panelwatch.agent.fault.rule;

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
 * FAN-203: the chip says that a fan is faulty, by its fault bit or by the alarm of its lower limit.
 * The alarm of a fan that stands still says what its speed says, too, and is {@link FanStopped}'s
 * affair: an empty header's alarm is on for ever. That of a limit which {@linkplain FanCommand asks
 * for nothing} says nothing, and of a limit that could never be read nobody knows whether it does.
 */
final class FanFault implements Rule {

  static final String CODE = "FAN-203";

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

  /**
   * A fan whose alarm was believed had turned as fast as its limit. A fault bit proves nothing of
   * the kind: it is also that of a header to which nothing is connected.
   */
  @Override
  public Past recall(Fault fault, Past past) {
    return was(fault, Quantity.FAN_ALARM) && !was(fault, Quantity.FAN_FAULT)
        ? FanCommand.recallAsFastAsItsLimit(fault, past)
        : past;
  }

  private static boolean was(Fault fault, Quantity signal) {
    return fault.freezeFrame().value(signal, fault.component()).orElse(0) == 1;
  }

  private static Stream<Finding> judge(Component fan, Past past, Limits limits) {
    Verdict verdict = verdict(fan, past);
    return Stream.of(Quantity.FAN_FAULT, Quantity.FAN_ALARM)
        .flatMap(quantity -> fan.reading(quantity).filter(Reading::exists).stream())
        .limit(1)
        .map(
            reading ->
                Finding.plain(
                    fan,
                    limits.of(CODE, fan.name()),
                    verdict,
                    verdict == Verdict.RAISE ? OptionalDouble.of(1) : OptionalDouble.empty(),
                    reading.source()));
  }

  private static Verdict verdict(Component fan, Past past) {
    if (fan.is(Quantity.FAN_ENABLED, 0)) {
      return Verdict.CLEAR;
    }
    if (fan.is(Quantity.FAN_FAULT, 1)) {
      return Verdict.RAISE;
    }
    boolean told = !fan.silent(Quantity.FAN_FAULT) && !fan.silent(Quantity.FAN_ALARM);
    if (!fan.is(Quantity.FAN_ALARM, 1)) {
      return Verdict.clearIf(told);
    }
    if (FanCommand.limitIsUnread(fan)) {
      return Verdict.NO_DATA;
    }
    if (FanCommand.alarmSaysNothing(fan, past)) {
      return Verdict.clearIf(told);
    }
    return fan.is(Quantity.FAN_RPM, 0) ? Verdict.HOLD : Verdict.RAISE;
  }
}
