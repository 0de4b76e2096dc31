package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.List;
import java.util.OptionalDouble;

/**
 * DSP-701: writing to the panel fails again and again, although the panel is there. One that is
 * gone is {@link PanelAbsent}'s affair, which neither begins nor ends this one.
 */
final class PanelRefusal implements Rule {

  static final String CODE = "DSP-701";

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
    Criteria criteria = limits.of(CODE, panel.name());
    OptionalDouble errors = panel.good(Quantity.PANEL_ERRORS_IN_A_ROW);
    String source = PanelComponent.source(panel);
    boolean gone =
        panel.is(Quantity.PANEL_PRESENT, 0) && panel.above(Quantity.PANEL_ERRORS_IN_A_ROW, 0);
    return gone
        ? Finding.plain(panel, criteria, Verdict.HOLD, errors, source)
        : Finding.measured(panel, criteria, errors, source);
  }
}
