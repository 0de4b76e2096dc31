package io.panelwatch.agent.health;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a {@link Sample} of the board says, as {@link Reading readings}: one for each attribute, in
 * a fixed order, those that the channel does not have included (quality {@link Quality#MISSING}).
 */
public final class Readings {

  private final Sample of;

  private Readings(Sample of) {
    this.of = of;
  }

  /** The readings of one channel. */
  public static List<Reading> of(Sample sample) {
    var make = new Readings(sample);
    return switch (sample) {
      case Sample.Fan fan -> make.fan(fan);
      case Sample.Temperature temperature -> make.temperature(temperature);
      case Sample.Rail rail -> make.rail(rail);
      case Sample.PowerSupply supply -> make.powerSupply(supply);
      case Sample.FileSystem fileSystem -> make.fileSystem(fileSystem);
      case Sample.NetLink link -> make.netLink(link);
      case Sample.Clock clock -> make.clock(clock);
      case Sample.Panel panel -> make.panel(panel);
    };
  }

  private List<Reading> fan(Sample.Fan fan) {
    return List.of(
        reading(Quantity.FAN_RPM, fan.rpm()),
        reading(Quantity.FAN_MIN_RPM, fan.minRpm()),
        reading(Quantity.FAN_TARGET_RPM, fan.targetRpm()),
        reading(Quantity.FAN_PWM_PERCENT, fan.pwmPercent()),
        reading(Quantity.FAN_ENABLED, fan.enabled()),
        reading(Quantity.FAN_FAULT, fan.faultBit()),
        reading(Quantity.FAN_ALARM, fan.alarm()));
  }

  private List<Reading> temperature(Sample.Temperature temperature) {
    boolean soc = temperature.place() == Sample.Temperature.Place.SOC;
    return List.of(
        reading(Quantity.TEMPERATURE_CELSIUS, temperature.celsius()),
        reading(Quantity.TEMPERATURE_MAX_CELSIUS, temperature.maxCelsius()),
        reading(Quantity.TEMPERATURE_CRIT_CELSIUS, temperature.critCelsius()),
        reading(Quantity.TEMPERATURE_CRIT_ALARM, temperature.critAlarm()),
        reading(Quantity.TEMPERATURE_OF_SOC, Measured.of(soc)));
  }

  private List<Reading> rail(Sample.Rail rail) {
    return List.of(
        reading(Quantity.RAIL_MILLIVOLTS, rail.milliVolts()),
        reading(Quantity.RAIL_MIN_MILLIVOLTS, rail.minMilliVolts()),
        reading(Quantity.RAIL_MAX_MILLIVOLTS, rail.maxMilliVolts()),
        reading(Quantity.RAIL_LOW_CRIT_ALARM, rail.lowCritAlarm()));
  }

  private List<Reading> powerSupply(Sample.PowerSupply supply) {
    boolean feedsBoard =
        !supply.deviceScope()
            && switch (supply.type()) {
              case MAINS, USB -> true;
              case BATTERY, UPS, OTHER -> false;
            };
    return List.of(
        reading(Quantity.SUPPLY_ONLINE, supply.online()),
        reading(Quantity.SUPPLY_CAPACITY_PERCENT, supply.capacityPercent()),
        reading(Quantity.SUPPLY_DISCHARGING, discharging(supply.status())),
        flag(Quantity.SUPPLY_IS_MAINS, supply.type() == Sample.PowerSupply.Type.MAINS),
        flag(Quantity.SUPPLY_IS_UPS, supply.type() == Sample.PowerSupply.Type.UPS),
        flag(Quantity.SUPPLY_FEEDS_BOARD, feedsBoard));
  }

  private static Measured discharging(Sample.PowerSupply.Status status) {
    return switch (status) {
      case DISCHARGING -> Measured.of(true);
      case CHARGING, NOT_CHARGING, FULL -> Measured.of(false);
      case UNKNOWN -> Measured.absent();
    };
  }

  private List<Reading> fileSystem(Sample.FileSystem fileSystem) {
    return List.of(
        reading(Quantity.FILE_SYSTEM_USED_PERCENT, fileSystem.usedPercent()),
        reading(Quantity.FILE_SYSTEM_SIZE_BYTES, fileSystem.sizeBytes()),
        reading(Quantity.FILE_SYSTEM_INODES_FREE_PERCENT, fileSystem.inodesFreePercent()),
        reading(Quantity.FILE_SYSTEM_READ_ONLY, fileSystem.readOnly()));
  }

  private List<Reading> netLink(Sample.NetLink link) {
    return List.of(
        reading(Quantity.LINK_CARRIER, link.carrier()),
        reading(Quantity.LINK_ADMIN_UP, link.adminUp()),
        reading(Quantity.LINK_DEFAULT_ROUTE, link.defaultRoute()),
        reading(Quantity.LINK_SPEED_MBPS, link.speedMbps()),
        reading(Quantity.LINK_CARRIER_CHANGES, link.carrierChanges()));
  }

  private List<Reading> clock(Sample.Clock clock) {
    return List.of(
        reading(Quantity.CLOCK_SYNCHRONISED, clock.synchronised()),
        reading(Quantity.CLOCK_ESTIMATED_ERROR_MICROS, clock.estimatedErrorMicros()));
  }

  private List<Reading> panel(Sample.Panel panel) {
    return List.of(
        reading(Quantity.PANEL_PRESENT, panel.present()),
        reading(Quantity.PANEL_WRITE, withItsCall(panel.write())),
        reading(Quantity.PANEL_ERRORS_IN_A_ROW, panel.errorsInARow()),
        reading(Quantity.PANEL_LINK_ERRORS, panel.linkErrors()),
        reading(Quantity.PANEL_SELF_RESETS, panel.selfResets()),
        reading(Quantity.PANEL_REFRESH_AGE_SECONDS, panel.refreshAgeSeconds()));
  }

  /** A panel is driven by many calls, so that the path alone does not tell which one failed. */
  private static Measured withItsCall(Measured write) {
    return write instanceof Measured.Failed(int errno, String call, String path)
        ? new Measured.Failed(errno, call, "%s (%s)".formatted(path, call))
        : write;
  }

  private Reading flag(Quantity quantity, boolean on) {
    return reading(quantity, Measured.of(on));
  }

  private Reading reading(Quantity quantity, Measured measured) {
    return switch (measured) {
      case Measured.Value(double value) when Double.isFinite(value) ->
          new Reading(quantity, of.component(), measured.number(), Quality.GOOD, 0, of.source());
      case Measured.Value notFinite -> none(quantity, Quality.FAILED, 0, of.source());
      case Measured.Absent() -> none(quantity, Quality.MISSING, 0, of.source());
      case Measured.NotRecorded() -> none(quantity, Quality.NOT_RECORDED, 0, of.source());
      case Measured.Failed(int errno, String call, String path) ->
          none(quantity, Quality.FAILED, errno, path);
    };
  }

  private Reading none(Quantity quantity, Quality quality, int errno, String source) {
    return new Reading(quantity, of.component(), OptionalDouble.empty(), quality, errno, source);
  }
}
