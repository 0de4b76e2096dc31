package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.List;

/**
 * FAN-204: a fan that was there is not listed any more, although the fans were asked for. Its
 * source is where they are looked for, because its own file is what is missing.
 */
final class FanMissing implements Rule {

  static final String CODE = "FAN-204";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return past.missing(scan, SensorFamily.FANS).stream()
        .map(
            fan ->
                Finding.ofMissing(
                    SensorFamily.FANS, fan, limits.of(CODE, fan), Verdict.RAISE, scan))
        .toList();
  }

  /** What is not found to be missing is there. */
  @Override
  public Verdict ofVanished(Scan scan) {
    return Verdict.clearIf(scan.answered(SensorFamily.FANS));
  }

  @Override
  public Past recall(Fault fault, Past past) {
    return past.withListed(SensorFamily.FANS, fault.component());
  }
}
