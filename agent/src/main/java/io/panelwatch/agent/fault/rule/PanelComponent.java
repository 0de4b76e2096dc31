package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;

/** What the rules of the panel have in common. */
final class PanelComponent {

  private PanelComponent() {}

  /**
   * What to look at: the device, call and errno of the last refusal, or who drives the panel where
   * nothing was refused.
   */
  static String source(Component panel) {
    return panel
        .reading(Quantity.PANEL_WRITE)
        .filter(write -> write.quality() == Quality.FAILED)
        .map(write -> "%s: errno %d".formatted(write.source(), write.errno()))
        .or(() -> panel.readings().stream().map(Reading::source).findFirst())
        .orElseThrow();
  }
}
