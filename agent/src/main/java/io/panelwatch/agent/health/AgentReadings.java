package io.panelwatch.agent.health;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import java.util.List;

/** What the parts of the agent say that read no sensor: how its panel fares. */
final class AgentReadings {

  private AgentReadings() {}

  static List<Reading> of(Sample.Panel panel) {
    var of = SampleReader.of(panel);
    return List.of(
        of.reading(Quantity.PANEL_PRESENT, panel.present()),
        of.reading(Quantity.PANEL_WRITE, withItsCall(panel.write())),
        of.reading(Quantity.PANEL_ERRORS_IN_A_ROW, panel.errorsInARow()),
        of.reading(Quantity.PANEL_LINK_ERRORS, panel.linkErrors()),
        of.reading(Quantity.PANEL_SELF_RESETS, panel.selfResets()),
        of.reading(Quantity.PANEL_REFRESH_AGE_SECONDS, panel.refreshAgeSeconds()));
  }

  /** A panel is driven by many calls, so that the path alone does not tell which one failed. */
  private static Measured withItsCall(Measured write) {
    return write instanceof Measured.Failed(int errno, String call, String path)
        ? new Measured.Failed(errno, call, "%s (%s)".formatted(path, call))
        : write;
  }
}
