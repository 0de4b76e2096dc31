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
 * DSK-411: a disk was given up by the kernel, or one that belongs to the board was there and is not
 * any more. What a person may take out at any time, a stick or a USB disk, is not missed.
 */
final class DiskMissing implements Rule {

  static final String CODE = "DSK-411";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    List<Component> disks = scan.components(SensorFamily.DISKS);
    return Stream.concat(
            disks.stream().flatMap(disk -> ofListed(disk, limits)),
            missed(scan, past).map(disk -> ofGone(disk, scan, limits)))
        .toList();
  }

  /** A stick that was offline when it was pulled out. */
  @Override
  public Verdict ofVanished(Scan scan) {
    return Verdict.clearIf(scan.answered(SensorFamily.DISKS));
  }

  /** A disk that was missing before a restart is still missing if it is not there. */
  @Override
  public Past recall(Fault fault, Past past) {
    return past.withListed(SensorFamily.DISKS, fault.component())
        .withSeen(Quantity.DISK_FIXED, fault.component(), 1);
  }

  private static Stream<Finding> ofListed(Component disk, Limits limits) {
    return disk.reading(Quantity.DISK_WORKING).stream()
        .map(
            working ->
                Finding.plain(
                    disk,
                    limits.of(CODE, disk.name()),
                    verdict(working),
                    disk.good(Quantity.DISK_WORKING),
                    working.source()));
  }

  private static Verdict verdict(Reading working) {
    if (!working.exists()) {
      return Verdict.HOLD; // on its way from one state to the other
    }
    if (!working.good()) {
      return Verdict.NO_DATA;
    }
    return working.value().orElse(0) == 0 ? Verdict.RAISE : Verdict.CLEAR;
  }

  /** The disks that belong to the board and are not there any more. */
  static Stream<String> missed(Scan scan, Past past) {
    return past.missing(scan, SensorFamily.DISKS).stream()
        .filter(disk -> past.wasEver(Quantity.DISK_FIXED, disk, 0));
  }

  private static Finding ofGone(String disk, Scan scan, Limits limits) {
    return Finding.plain(
        SensorFamily.DISKS,
        disk,
        limits.of(CODE, disk),
        Verdict.RAISE,
        OptionalDouble.of(0),
        scan.lookedIn(SensorFamily.DISKS),
        List.of());
  }
}
