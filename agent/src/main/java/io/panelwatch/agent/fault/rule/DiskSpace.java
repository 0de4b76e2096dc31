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
 * DSK-401: a file system is nearly full. One that is read-only cannot fill: an image (squashfs,
 * iso9660) is always at 100 %, and one that turned read-only is another fault's affair, which
 * neither begins nor ends this one.
 */
final class DiskSpace implements Rule {

  static final String CODE = "DSK-401";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(SensorFamily.FILE_SYSTEMS).stream()
        .flatMap(disk -> judge(disk, limits))
        .toList();
  }

  /** What is not mounted any more is not full any more. */
  @Override
  public Verdict ofVanished(Scan scan) {
    return Verdict.clearIf(scan.answered(SensorFamily.FILE_SYSTEMS));
  }

  private static Stream<Finding> judge(Component disk, Limits limits) {
    Criteria criteria = limits.of(CODE, disk.name());
    return disk.reading(Quantity.FILE_SYSTEM_USED_PERCENT).stream()
        .map(used -> judge(disk, used, criteria));
  }

  private static Finding judge(Component disk, Reading used, Criteria criteria) {
    OptionalDouble percent = disk.good(Quantity.FILE_SYSTEM_USED_PERCENT);
    return disk.is(Quantity.FILE_SYSTEM_READ_ONLY, 1)
        ? Finding.plain(
            disk.name(), criteria, Verdict.HOLD, percent, used.source(), disk.readings())
        : Finding.measured(disk.name(), criteria, percent, used.source(), disk.readings());
  }
}
