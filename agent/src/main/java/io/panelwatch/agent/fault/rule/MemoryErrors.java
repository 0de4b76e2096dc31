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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

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
    OptionalDouble corrected = corrected(controller, past);
    OptionalDouble lost = lost(controller, past);
    List<Level> levels = criteria.levels();
    var verdicts = new ArrayList<Verdict>();
    for (Level level : levels) {
      verdicts.add(Verdict.of(level, level.equals(levels.getLast()) ? lost : corrected));
    }
    return Finding.judged(
            controller,
            verdicts,
            lost.orElse(0) > 0 ? lost : corrected,
            controller.reading(Quantity.ECC_UNCORRECTED_ERRORS).map(Reading::source).orElse(""),
            Optional.empty())
        .recurred(
            past.grew(Quantity.ECC_CORRECTED_ERRORS, controller.name())
                || past.grew(Quantity.ECC_UNCORRECTED_ERRORS, controller.name()));
  }

  private static OptionalDouble corrected(Component controller, Past past) {
    var counter = Quantity.ECC_CORRECTED_ERRORS;
    return controller.good(counter).isPresent()
        ? OptionalDouble.of(past.increase(counter, controller.name(), HOUR))
        : OptionalDouble.empty();
  }

  private static OptionalDouble lost(Component controller, Past past) {
    var counter = Quantity.ECC_UNCORRECTED_ERRORS;
    return controller.good(counter).isPresent()
        ? OptionalDouble.of(past.increaseFromNothing(counter, controller.name(), Counted.EVENT))
        : OptionalDouble.empty();
  }
}
