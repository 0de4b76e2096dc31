package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.List;
import java.util.OptionalDouble;

/**
 * DSP-702: the panel's device went away or cannot be opened, or the panel used to answer and does
 * not any more. Nothing is known before the first write, and nothing is judged then.
 */
final class PanelAbsent implements Rule {

  static final String CODE = "DSP-702";

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
    OptionalDouble present = panel.good(Quantity.PANEL_PRESENT);
    return Finding.plain(
        panel,
        limits.of(CODE, panel.name()),
        Verdict.of(present, there -> there == 0),
        present,
        PanelComponent.source(panel));
  }
}
