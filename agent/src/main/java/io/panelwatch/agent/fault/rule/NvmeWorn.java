package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Criteria;
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
 * DSK-409: an NVMe disk warns by itself, has less in reserve than its maker wants, or has used up
 * its rated life to the limit. The first two are the disk's own judgement, which no limit changes.
 * A disk that warns of nothing but its temperature is not worn.
 */
final class NvmeWorn implements Rule {

  static final String CODE = "DSK-409";

  /** Bit 1 of Critical Warning: too warm or too cold (NVM Express Base Specification, log 02h). */
  private static final long TEMPERATURE = 0x02;

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(SensorFamily.SMART).stream()
        .flatMap(disk -> judge(disk, limits.of(CODE, disk.name())))
        .toList();
  }

  private static Stream<Finding> judge(Component disk, Criteria criteria) {
    OptionalDouble used = disk.good(Quantity.SMART_USED_PERCENT);
    return disk.reading(Quantity.SMART_USED_PERCENT).filter(Reading::exists).stream()
        .map(
            reading ->
                warns(disk)
                    ? Finding.plain(disk, criteria, Verdict.RAISE, used, reading.source())
                    : Finding.measured(disk, criteria, used, reading.source()));
  }

  private static boolean warns(Component disk) {
    OptionalDouble threshold = disk.good(Quantity.SMART_SPARE_THRESHOLD_PERCENT);
    OptionalDouble spare = disk.good(Quantity.SMART_SPARE_PERCENT);
    boolean usedUp =
        threshold.isPresent() && spare.isPresent() && spare.getAsDouble() < threshold.getAsDouble();
    long warnings = (long) disk.good(Quantity.SMART_CRITICAL_WARNING).orElse(0);
    return usedUp || (warnings & ~TEMPERATURE) != 0;
  }
}
