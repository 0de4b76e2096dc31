package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * CLK-901: nothing keeps the wall clock right. A board that has just started is given time: a time
 * server is asked some 1,024 s apart at worst (ntp's default {@code maxpoll} of 10). That a clock
 * is synchronised counts at once.
 */
final class ClockUnsynchronised implements Rule {

  static final String CODE = "CLK-901";

  private static final double GRACE_SECONDS = Duration.ofMinutes(17).toSeconds();

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(SensorFamily.CLOCK).stream()
        .flatMap(clock -> judge(clock, limits))
        .toList();
  }

  private static Stream<Finding> judge(Component clock, Limits limits) {
    OptionalDouble synchronised = clock.good(Quantity.CLOCK_SYNCHRONISED);
    return clock.reading(Quantity.CLOCK_SYNCHRONISED).filter(Reading::exists).stream()
        .map(
            reading ->
                Finding.plain(
                    clock,
                    limits.of(CODE, clock.name()),
                    verdict(synchronised, clock.good(Quantity.CLOCK_UPTIME_SECONDS)),
                    synchronised,
                    reading.source()));
  }

  private static Verdict verdict(OptionalDouble synchronised, OptionalDouble uptime) {
    boolean tooEarly = uptime.orElse(0) < GRACE_SECONDS;
    boolean off = synchronised.isPresent() && synchronised.getAsDouble() == 0;
    return off && tooEarly ? Verdict.NO_DATA : Verdict.of(synchronised, on -> on == 0);
  }
}
