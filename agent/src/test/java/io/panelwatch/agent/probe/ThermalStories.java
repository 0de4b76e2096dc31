package io.panelwatch.agent.probe;

import java.util.List;

/** How fans stop and things get hot. */
final class ThermalStories {

  static final List<CodeStory> ALL =
      List.of(
          CodeStory.ofFile(
              "FAN-201", "pwmfan-fan1", "sys/class/hwmon/hwmon2/fan1_input", "0", "1200"),
          CodeStory.ofFile(
              "TMP-301", "cpu-thermal", "sys/class/thermal/thermal_zone0/temp", "75000", "70000"));

  private ThermalStories() {}
}
