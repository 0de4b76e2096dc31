package io.panelwatch.agent.fault.rule;

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
 * BRD-602: the kernel has crashed since anybody looked: there is one dump more than there was, or a
 * younger one, because names and room are used again. Dumps that were there before are no fault,
 * however many; where nobody knows what was there, all of them are new.
 */
final class KernelCrashed implements Rule {

  static final String CODE = "BRD-602";

  private static final List<Quantity> EACH_CRASH_ADDS_TO =
      List.of(Quantity.CRASH_DUMPS, Quantity.CRASH_NEWEST_SECONDS);

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(SensorFamily.CRASH_DUMPS).stream()
        .flatMap(kernel -> judge(kernel, past, limits))
        .toList();
  }

  private static Stream<Finding> judge(Component kernel, Past past, Limits limits) {
    OptionalDouble dumps = kernel.good(Quantity.CRASH_DUMPS);
    boolean oneMore =
        EACH_CRASH_ADDS_TO.stream()
            .anyMatch(of -> past.increaseFromNothing(of, kernel.name(), Counted.EVENT) > 0);
    return kernel.reading(Quantity.CRASH_DUMPS).filter(Reading::exists).stream()
        .map(
            reading ->
                Finding.plain(
                        kernel,
                        limits.of(CODE, kernel.name()),
                        Verdict.of(dumps, any -> oneMore),
                        dumps,
                        reading.source())
                    .recurred(
                        EACH_CRASH_ADDS_TO.stream().anyMatch(of -> past.grew(of, kernel.name()))));
  }
}
