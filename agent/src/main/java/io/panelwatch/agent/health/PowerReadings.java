package io.panelwatch.agent.health;

import io.panelwatch.hal.Current;
import io.panelwatch.hal.Energy;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Power;
import io.panelwatch.hal.PowerFailLine;
import io.panelwatch.hal.Sample;
import java.util.List;

/** What rails and supplies say, and what is drawn from them. */
final class PowerReadings {

  /** The driver of a Raspberry Pi's supply supervisor (drivers/hwmon/raspberrypi-hwmon.c). */
  private static final String PI_SUPERVISOR = "rpi_volt";

  private PowerReadings() {}

  static List<Reading> of(Sample.Rail rail) {
    var of = SampleReader.of(rail);
    return List.of(
        of.reading(Quantity.RAIL_MILLIVOLTS, rail.milliVolts()),
        of.reading(Quantity.RAIL_MIN_MILLIVOLTS, rail.minMilliVolts()),
        of.reading(Quantity.RAIL_MAX_MILLIVOLTS, rail.maxMilliVolts()),
        of.reading(Quantity.RAIL_LOW_CRIT_ALARM, rail.lowCritAlarm()),
        of.reading(Quantity.RAIL_LOW_CRIT_MILLIVOLTS, rail.lowCritMilliVolts()),
        of.reading(Quantity.RAIL_HIGH_CRIT_MILLIVOLTS, rail.highCritMilliVolts()),
        of.flag(Quantity.RAIL_OF_PI_SUPERVISOR, rail.chip().equals(PI_SUPERVISOR)));
  }

  static List<Reading> of(Current current) {
    var of = SampleReader.of(current);
    return List.of(
        of.reading(Quantity.CURRENT_MILLIAMPS, current.milliAmps()),
        of.reading(Quantity.CURRENT_MIN_MILLIAMPS, current.minMilliAmps()),
        of.reading(Quantity.CURRENT_MAX_MILLIAMPS, current.maxMilliAmps()),
        of.reading(Quantity.CURRENT_LOW_CRIT_MILLIAMPS, current.lowCritMilliAmps()),
        of.reading(Quantity.CURRENT_HIGH_CRIT_MILLIAMPS, current.highCritMilliAmps()),
        of.reading(Quantity.CURRENT_ALARM, current.alarm()));
  }

  static List<Reading> of(Power power) {
    var of = SampleReader.of(power);
    return List.of(
        of.reading(Quantity.POWER_WATTS, power.watts()),
        of.reading(Quantity.POWER_CAP_WATTS, power.capWatts()),
        of.reading(Quantity.POWER_MAX_WATTS, power.maxWatts()),
        of.reading(Quantity.POWER_CRIT_WATTS, power.critWatts()),
        of.reading(Quantity.POWER_ALARM, power.alarm()));
  }

  static List<Reading> of(Energy energy) {
    return List.of(SampleReader.of(energy).reading(Quantity.ENERGY_JOULES, energy.joules()));
  }

  static List<Reading> of(PowerFailLine line) {
    return List.of(SampleReader.of(line).reading(Quantity.POWER_FAILING, line.failing()));
  }

  static List<Reading> of(Sample.PowerSupply supply) {
    var of = SampleReader.of(supply);
    boolean ofBoard = !supply.deviceScope();
    boolean feedsBoard =
        ofBoard
            && switch (supply.type()) {
              case MAINS, USB -> true;
              case BATTERY, UPS, OTHER -> false;
            };
    return List.of(
        of.reading(Quantity.SUPPLY_ONLINE, supply.online()),
        of.reading(Quantity.SUPPLY_CAPACITY_PERCENT, supply.capacityPercent()),
        of.reading(Quantity.SUPPLY_DISCHARGING, discharging(supply.status())),
        of.reading(Quantity.SUPPLY_FULL_OF_DESIGN_PERCENT, supply.fullOfDesignPercent()),
        of.reading(Quantity.SUPPLY_HEALTH_GOOD, supply.healthGood()),
        of.flag(Quantity.SUPPLY_IS_MAINS, supply.type() == Sample.PowerSupply.Type.MAINS),
        of.flag(Quantity.SUPPLY_IS_UPS, supply.type() == Sample.PowerSupply.Type.UPS),
        of.flag(
            Quantity.SUPPLY_IS_BATTERY,
            ofBoard && supply.type() == Sample.PowerSupply.Type.BATTERY),
        of.flag(Quantity.SUPPLY_FEEDS_BOARD, feedsBoard));
  }

  private static Measured discharging(Sample.PowerSupply.Status status) {
    return switch (status) {
      case DISCHARGING -> Measured.of(true);
      case CHARGING, NOT_CHARGING, FULL -> Measured.of(false);
      case UNKNOWN -> Measured.absent();
    };
  }
}
