package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.List;
import java.util.OptionalDouble;

/**
 * DSP-704: the panel has reset itself, was found so and initialised again. Judged is how often in a
 * day, which {@link SelfResets} knows.
 */
final class PanelReset implements Rule {

  static final String CODE = "DSP-704";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(SensorFamily.PANELS).stream()
        .filter(panel -> panel.good(Quantity.PANEL_SELF_RESETS).isPresent())
        .map(panel -> judge(panel, scan, past, limits))
        .toList();
  }

  /** A panel that is not driven any more cannot fail any more. */
  @Override
  public Verdict ofVanished(Scan scan) {
    return Verdict.clearIf(scan.answered(SensorFamily.PANELS));
  }

  @Override
  public Past recall(Fault fault, Past past) {
    return past.withSelfResets(fault.component(), SelfResets.before(fault));
  }

  private static Finding judge(Component panel, Scan scan, Past past, Limits limits) {
    SelfResets resets = past.selfResets(panel.name());
    return Finding.measured(
            panel,
            limits.of(CODE, panel.name()),
            OptionalDouble.of((double) resets.lastDay(scan.monotonicNanos())),
            PanelComponent.source(panel))
        .recurred(resets.foundBy(scan));
  }
}
