package io.panelwatch.agent.probe;

import java.time.Duration;
import java.util.List;

/** How fans fail, and how it gets too hot, too cold, or nobody knows. */
final class ThermalStories {

  private static final String HWMON = "sys/class/hwmon/";
  private static final String FAN = HWMON + "hwmon2/fan1_";
  private static final String SOC = "sys/class/thermal/thermal_zone0/temp";
  private static final String AIR = "sys/class/thermal/thermal_zone1/temp";
  private static final String CHIP = HWMON + "hwmon4/temp1_";

  private static final String THROTTLED =
      "sys/devices/system/cpu/cpu1/thermal_throttle/core_throttle_count";
  private static final String FIRMWARE = "sys/devices/platform/soc/soc:firmware/get_throttled";

  static final List<CodeStory> ALL =
      List.of(
          CodeStory.ofFile("FAN-201", "pwmfan-fan1", FAN + "input", "0", "1200"),
          CodeStory.ofFile("FAN-201", "pwmfan-fan1", FAN + "input", "0", "1200")
              .on(tree -> tree.delete(FAN + "min"))
              .justInside("1"),
          CodeStory.ofFile("FAN-202", "pwmfan-fan1", FAN + "input", "510", "570")
              .justInside("511")
              .between("569"),
          CodeStory.ofFile("FAN-203", "pwmfan-fan1", FAN + "fault", "1", "0"),
          CodeStory.of(
              "FAN-204",
              "pwmfan-fan1",
              tree -> tree.delete(HWMON + "hwmon2"),
              tree -> tree.chip("hwmon2", "pwmfan", "fan1_input", "1200")),
          CodeStory.ofFile("TMP-301", "cpu-thermal", SOC, "75000", "70000")
              .justInside("74999")
              .between("70001"),
          CodeStory.ofFile("TMP-302", "cpu-thermal", SOC, "82000", "75000")
              .justInside("81999")
              .between("75001")
              .with("PENDING TMP-301 cpu-thermal MINOR")
              .leaving("CONFIRMED TMP-301 cpu-thermal MINOR", "52000"),
          CodeStory.ofFile("TMP-303", "lm75-temp1", CHIP + "input", "90000", "85000")
              .justInside("89999")
              .between("85001"),
          CodeStory.ofFile("TMP-303", "lm75-temp1", CHIP + "crit_alarm", "1", "0")
              .on(tree -> tree.delete(CHIP + "crit")),
          CodeStory.counted(
                  "TMP-304",
                  "cpu",
                  (tree, sample) -> tree.file(THROTTLED, String.valueOf(6 + sample)),
                  tree -> {})
              .countedWithin(Duration.ofSeconds(30)),
          CodeStory.ofFile("TMP-304", "firmware", FIRMWARE, "4", "50000")
              .on(tree -> tree.file(FIRMWARE, "0")),
          CodeStory.ofFile("TMP-305", "ambient-thermal", AIR, "-1", "3000")
              .justInside("0")
              .between("2999"),
          CodeStory.ofFile("TMP-306", "ambient-thermal", AIR, "-40001", "-40000")
              .justInside("-40000")
              .leaving("PENDING TMP-305 ambient-thermal MINOR", "21000"),
          CodeStory.ofFile("TMP-306", "ambient-thermal", AIR, "125001", "125000")
              .justInside("125000"),
          CodeStory.ofFile("TMP-306", "lm75-temp1", CHIP + "fault", "1", "0"));

  private ThermalStories() {}
}
