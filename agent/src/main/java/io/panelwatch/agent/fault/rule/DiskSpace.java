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
 * DSK-401 and DSK-402: a file system has hardly any space, or hardly any inodes left. One that is
 * read-only cannot fill: an image (squashfs, iso9660) is always at 100 %, and one that turned
 * read-only is another fault's affair, which neither begins nor ends this one.
 *
 * @param code which
 * @param quantity what runs out
 */
record DiskSpace(String code, Quantity quantity) implements Rule {

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

  private Stream<Finding> judge(Component disk, Limits limits) {
    Criteria criteria = limits.of(code, disk.name());
    return disk.reading(quantity).filter(Reading::exists).stream()
        .map(read -> judge(disk, read, criteria));
  }

  private Finding judge(Component disk, Reading read, Criteria criteria) {
    OptionalDouble percent = disk.good(quantity);
    return disk.is(Quantity.FILE_SYSTEM_READ_ONLY, 1)
        ? Finding.plain(disk, criteria, Verdict.HOLD, percent, read.source())
        : Finding.measured(disk, criteria, percent, read.source());
  }
}
