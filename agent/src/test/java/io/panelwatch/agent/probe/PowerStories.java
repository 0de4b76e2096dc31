package io.panelwatch.agent.probe;

import java.util.List;

/** How a board loses its power, and what feeds it grows weak. */
final class PowerStories {

  private static final String SUPPLY = "sys/class/power_supply/";
  private static final String HWMON = "sys/class/hwmon/";

  private static final String FIRMWARE = "sys/devices/platform/soc/soc:firmware/get_throttled";

  /** The board of these stories is on its mains. */
  private static final String USED_UP = "PENDING PWR-106 BAT0 MINOR";

  private static final List<String> LOW_AND_USED_UP =
      List.of("CONFIRMED PWR-104 BAT0 MAJOR", USED_UP);

  static final List<CodeStory> ALL =
      List.of(
          CodeStory.ofFile("PWR-101", "rpi_volt-in0", HWMON + "hwmon0/in0_lcrit_alarm", "1", "0"),
          CodeStory.ofFile("PWR-101", "rpi_volt-firmware", FIRMWARE, "50005", "50000")
              .on(tree -> tree.delete(HWMON + "hwmon0").file(FIRMWARE, "0"))
              .with("PENDING TMP-304 firmware MINOR"),
          CodeStory.ofFile("PWR-102", "adt7475-in2", HWMON + "hwmon1/in2_input", "2999", "3060")
              .justInside("3000")
              .between("3059"),
          CodeStory.ofFile("PWR-102", "adt7475-in2", HWMON + "hwmon1/in2_input", "3601", "3528")
              .atLevel(2)
              .justInside("3600")
              .between("3529"),
          CodeStory.ofFile("PWR-103", "AC", SUPPLY + "AC/online", "0", "1"),
          CodeStory.ofFile("PWR-104", "BAT0", SUPPLY + "BAT0/capacity", "20", "25")
              .justInside("21")
              .between("24"),
          CodeStory.of(
                  "PWR-104",
                  "BAT0",
                  tree -> battery(tree, 10, "Discharging"),
                  tree -> battery(tree, 15, "Discharging"))
              .atLevel(2)
              .justInside(tree -> battery(tree, 11, "Discharging"))
              .goingOn((tree, sample) -> battery(tree, 14, "Discharging"))
              .with(USED_UP)
              .leaving(LOW_AND_USED_UP, tree -> battery(tree, 25, "Charging")),
          CodeStory.of(
                  "PWR-104",
                  "BAT0",
                  tree -> battery(tree, 10, "Discharging"),
                  tree -> battery(tree, 10, "Charging"))
              .atLevel(2)
              .with(USED_UP)
              .leaving(
                  List.of("CONFIRMED PWR-104 BAT0 MAJOR"), tree -> battery(tree, 25, "Charging")),
          CodeStory.ofFile("PWR-105", "BAT0", SUPPLY + "BAT0/energy_full", "29999500", "30000000")
              .justInside("29999501")
              .between("29999999"),
          CodeStory.ofFile("PWR-105", "BAT0", SUPPLY + "BAT0/health", "Dead", "Good"),
          CodeStory.ofFile("PWR-106", "BAT0", SUPPLY + "BAT0/status", "Discharging", "Charging"));

  private PowerStories() {}

  private static void battery(BoardTree tree, int percent, String status) {
    tree.file(SUPPLY + "BAT0/capacity", String.valueOf(percent))
        .file(SUPPLY + "BAT0/status", status);
  }
}
