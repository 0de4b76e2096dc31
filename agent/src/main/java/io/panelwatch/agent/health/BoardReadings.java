package io.panelwatch.agent.health;

import io.panelwatch.hal.CrashDumps;
import io.panelwatch.hal.Pressure;
import io.panelwatch.hal.RtcBattery;
import io.panelwatch.hal.WatchdogReset;
import java.util.List;

/** What the processor, the kernel and the small helpers of a board say. */
final class BoardReadings {

  private BoardReadings() {}

  static List<Reading> of(Pressure pressure) {
    return List.of(
        SampleReader.of(pressure)
            .reading(Quantity.PRESSURE_SOME_PERCENT, pressure.someAvg300Percent()));
  }

  static List<Reading> of(CrashDumps crashes) {
    var of = SampleReader.of(crashes);
    return List.of(
        of.reading(Quantity.CRASH_DUMPS, crashes.dumps()),
        of.reading(Quantity.CRASH_NEWEST_SECONDS, crashes.newestSeconds()));
  }

  static List<Reading> of(WatchdogReset watchdog) {
    return List.of(
        SampleReader.of(watchdog).reading(Quantity.WATCHDOG_CARD_RESET, watchdog.cardReset()));
  }

  static List<Reading> of(RtcBattery battery) {
    return List.of(SampleReader.of(battery).reading(Quantity.RTC_BATTERY_LOW, battery.low()));
  }
}
