package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.List;

/**
 * DSP-703: the loop that draws is stuck, so that the panel shows what was true once. A panel that
 * refuses is none: the loop goes on and tries again.
 */
final class PanelFrozen implements Rule {

  static final String CODE = "DSP-703";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(SensorFamily.PANELS).stream()
        .map(panel -> judge(panel, limits))
        .toList();
  }

  /** A panel that is not driven any more cannot fail any more. */
  @Override
  public Verdict ofVanished(Scan scan) {
    return Verdict.clearIf(scan.answered(SensorFamily.PANELS));
  }

  private static Finding judge(Component panel, Limits limits) {
    return Finding.measured(
        panel,
        limits.of(CODE, panel.name()),
        panel.good(Quantity.PANEL_REFRESH_AGE_SECONDS),
        PanelComponent.source(panel));
  }
}
