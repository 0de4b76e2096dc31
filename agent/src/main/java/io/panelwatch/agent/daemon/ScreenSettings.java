package io.panelwatch.agent.daemon;

import io.panelwatch.agent.config.DisplaySettings;
import io.panelwatch.display.power.BrightnessSchedule;
import io.panelwatch.display.power.PowerPolicy;
import io.panelwatch.display.scene.Colours;
import java.time.ZoneId;

/**
 * How a panel's screen is to be treated.
 *
 * @param colours what the panel can show
 * @param policy when it is bright, dim or dark
 * @param zone of the schedule's times
 * @param pixelShiftPx how far the picture walks against burn-in; 0 where the glass does not burn in
 */
record ScreenSettings(Colours colours, PowerPolicy policy, ZoneId zone, int pixelShiftPx) {

  /** The power policy that a configuration means. */
  static PowerPolicy policy(DisplaySettings settings) {
    var schedule =
        new BrightnessSchedule(
            settings.brightnessPercent(),
            settings.schedule().stream()
                .map(change -> new BrightnessSchedule.Entry(change.at(), change.percent()))
                .toList());
    return new PowerPolicy(schedule, settings.dimAfter(), settings.offAfter());
  }
}
