package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule of what a disk says of its health, which ends once the disk is not there any more and
 * {@link DiskMissing} tells so: it was taken out, as the advice says. What nobody misses, a USB
 * disk, keeps its fault: that it was pulled out does not make it well.
 *
 * @param rule judges the disks that are there
 */
record UntilTheDiskIsMissed(Rule rule) implements RuleAround {

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    Set<String> missed = DiskMissing.missed(scan, past).collect(Collectors.toSet());
    Stream<Finding> ended =
        past.missing(scan, SensorFamily.SMART).stream()
            .filter(missed::contains)
            .map(
                told ->
                    Finding.ofMissing(
                        SensorFamily.SMART, told, limits.of(code(), told), Verdict.CLEAR, scan));
    return Stream.concat(rule.judge(scan, past, limits).stream(), ended).toList();
  }

  @Override
  public Past recall(Fault fault, Past past) {
    return rule.recall(fault, past).withListed(SensorFamily.SMART, fault.component());
  }
}
