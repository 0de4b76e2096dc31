package io.panelwatch.agent.health;

import io.panelwatch.hal.SensorFamily;

/** What can be read of a component, with the name and unit that are promised outside. */
public enum Quantity {
  FAN_RPM(SensorFamily.FANS, "fan.rpm", "rpm"),
  FAN_MIN_RPM(SensorFamily.FANS, "fan.min", "rpm"),
  FAN_TARGET_RPM(SensorFamily.FANS, "fan.target", "rpm"),
  FAN_PWM_PERCENT(SensorFamily.FANS, "fan.pwm", "%"),
  FAN_ENABLED(SensorFamily.FANS, "fan.enable", "bool"),
  FAN_FAULT(SensorFamily.FANS, "fan.fault", "bool"),
  FAN_ALARM(SensorFamily.FANS, "fan.alarm", "bool"),
  TEMPERATURE_CELSIUS(SensorFamily.TEMPERATURES, "temperature", "Cel"),
  TEMPERATURE_MAX_CELSIUS(SensorFamily.TEMPERATURES, "temperature.max", "Cel"),
  TEMPERATURE_CRIT_CELSIUS(SensorFamily.TEMPERATURES, "temperature.crit", "Cel"),
  TEMPERATURE_CRIT_ALARM(SensorFamily.TEMPERATURES, "temperature.crit-alarm", "bool"),
  /** 1 where the temperature is that of the SoC or processor. */
  TEMPERATURE_OF_SOC(SensorFamily.TEMPERATURES, "temperature.soc", "bool"),
  RAIL_MILLIVOLTS(SensorFamily.RAILS, "rail", "mV"),
  RAIL_MIN_MILLIVOLTS(SensorFamily.RAILS, "rail.min", "mV"),
  RAIL_MAX_MILLIVOLTS(SensorFamily.RAILS, "rail.max", "mV"),
  RAIL_LOW_CRIT_ALARM(SensorFamily.RAILS, "rail.lcrit-alarm", "bool"),
  SUPPLY_ONLINE(SensorFamily.POWER_SUPPLIES, "supply.online", "bool"),
  SUPPLY_CAPACITY_PERCENT(SensorFamily.POWER_SUPPLIES, "supply.capacity", "%"),
  /** 1 for a supply of the kernel's type Mains. */
  SUPPLY_IS_MAINS(SensorFamily.POWER_SUPPLIES, "supply.mains", "bool"),
  /** 1 for a UPS: between the mains and this board. */
  SUPPLY_IS_UPS(SensorFamily.POWER_SUPPLIES, "supply.ups", "bool"),
  /** 1 for a Mains or USB supply that feeds the board and not a peripheral. */
  SUPPLY_FEEDS_BOARD(SensorFamily.POWER_SUPPLIES, "supply.feeds-board", "bool"),
  SUPPLY_DISCHARGING(SensorFamily.POWER_SUPPLIES, "supply.discharging", "bool"),
  FILE_SYSTEM_SIZE_BYTES(SensorFamily.FILE_SYSTEMS, "fs.size", "By"),
  FILE_SYSTEM_USED_PERCENT(SensorFamily.FILE_SYSTEMS, "fs.used", "%"),
  FILE_SYSTEM_INODES_FREE_PERCENT(SensorFamily.FILE_SYSTEMS, "fs.inodes-free", "%"),
  FILE_SYSTEM_READ_ONLY(SensorFamily.FILE_SYSTEMS, "fs.read-only", "bool"),
  LINK_CARRIER(SensorFamily.NET_LINKS, "link.carrier", "bool"),
  LINK_ADMIN_UP(SensorFamily.NET_LINKS, "link.admin-up", "bool"),
  LINK_DEFAULT_ROUTE(SensorFamily.NET_LINKS, "link.default-route", "bool"),
  LINK_SPEED_MBPS(SensorFamily.NET_LINKS, "link.speed", "Mbit/s"),
  LINK_CARRIER_CHANGES(SensorFamily.NET_LINKS, "link.carrier-changes", "1"),
  CLOCK_SYNCHRONISED(SensorFamily.CLOCK, "clock.synchronised", "bool"),
  CLOCK_ESTIMATED_ERROR_MICROS(SensorFamily.CLOCK, "clock.estimated-error", "us"),
  PANEL_PRESENT(SensorFamily.PANELS, "panel.present", "bool"),
  /** 1 where the last picture went out; failed, with the refusal's errno, where it did not. */
  PANEL_WRITE(SensorFamily.PANELS, "panel.write", "bool"),
  PANEL_ERRORS_IN_A_ROW(SensorFamily.PANELS, "panel.errors-in-a-row", "1"),
  PANEL_LINK_ERRORS(SensorFamily.PANELS, "panel.link-errors", "1"),
  PANEL_SELF_RESETS(SensorFamily.PANELS, "panel.self-resets", "1"),
  PANEL_REFRESH_AGE_SECONDS(SensorFamily.PANELS, "panel.refresh-age", "s");

  private final SensorFamily family;
  private final String text;
  private final String unit;

  Quantity(SensorFamily family, String text, String unit) {
    this.family = family;
    this.text = text;
    this.unit = unit;
  }

  /** The family of sensors it is read from. */
  public SensorFamily family() {
    return family;
  }

  /** The name in JSON: {@code fan.rpm}. */
  public String text() {
    return text;
  }

  /** The unit, in UCUM where UCUM has one. */
  public String unit() {
    return unit;
  }
}
