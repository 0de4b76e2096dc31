package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.Level;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * MEM-503: memory gave back other data than were stored. The worst level is about what could not be
 * corrected: once is enough, whether it happened now or before anybody looked. The milder ones are
 * about what was corrected, which happens to healthy memory now and then: within an hour.
 *
 * <p>Over when somebody has acknowledged it: the controller's counters only begin anew with the
 * board.
 */
final class MemoryErrors implements Rule {

  static final String CODE = "MEM-503";

  private static final Duration HOUR = Duration.ofHours(1);

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(SensorFamily.MEMORY_CONTROLLERS).stream()
        .map(controller -> judge(controller, past, limits.of(CODE, controller.name())))
        .toList();
  }

  private static Finding judge(Component controller, Past past, Criteria criteria) {
    List<Level> levels = criteria.levels();
    return Finding.counted(
        controller,
        IntStream.range(0, levels.size())
            .mapToObj(
                i ->
                    i == levels.size() - 1
                        ? lost(levels.get(i), controller, past)
                        : corrected(levels.get(i), controller, past))
            .toList(),
        controller.reading(Quantity.ECC_UNCORRECTED_ERRORS).map(Reading::source).orElse(""));
  }

  private static Finding.OfLevel corrected(Level level, Component controller, Past past) {
    return counted(
        level,
        controller,
        Quantity.ECC_CORRECTED_ERRORS,
        past,
        counter -> past.increase(counter, controller.name(), HOUR));
  }

  private static Finding.OfLevel lost(Level level, Component controller, Past past) {
    return counted(
        level,
        controller,
        Quantity.ECC_UNCORRECTED_ERRORS,
        past,
        counter -> past.increaseFromNothing(counter, controller.name(), Counted.EVENT));
  }

  private static Finding.OfLevel counted(
      Level level,
      Component controller,
      Quantity counter,
      Past past,
      ToDoubleFunction<Quantity> growth) {
    OptionalDouble value =
        controller.good(counter).isPresent()
            ? OptionalDouble.of(growth.applyAsDouble(counter))
            : OptionalDouble.empty();
    return new Finding.OfLevel(
        Verdict.of(level, value), value, past.grew(counter, controller.name()));
  }
}
