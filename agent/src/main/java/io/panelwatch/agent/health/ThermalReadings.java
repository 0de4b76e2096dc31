package io.panelwatch.agent.health;

import io.panelwatch.hal.BoardMonitors;
import io.panelwatch.hal.CoolingDevice;
import io.panelwatch.hal.Humidity;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.Sample.Temperature.Place;
import io.panelwatch.hal.Throttling;
import java.util.List;
import java.util.Set;

/** What fans, temperatures, the air and what cools it say, and what comes of them. */
final class ThermalReadings {

  /** Drivers of the sensors inside of a processor (Documentation/hwmon of the kernel). */
  private static final Set<String> PROCESSOR_CHIPS =
      Set.of("coretemp", "k8temp", "k10temp", "zenpower", "via_cputemp", "peci_cputemp");

  /** What the kernel calls the hwmon chip of a DS18B20 (drivers/w1/slaves/w1_therm.c). */
  private static final String ONE_WIRE = "w1_slave_temp";

  /** Its scratchpad after power-on (DS18B20 data sheet, table 1). */
  private static final double POWER_ON_CELSIUS = 85;

  private ThermalReadings() {}

  static List<Reading> of(Sample.Fan fan) {
    var of = SampleReader.of(fan);
    return List.of(
        of.reading(Quantity.FAN_RPM, fan.rpm()),
        of.reading(Quantity.FAN_MIN_RPM, fan.minRpm()),
        of.reading(Quantity.FAN_TARGET_RPM, fan.targetRpm()),
        of.reading(Quantity.FAN_PWM_PERCENT, fan.pwmPercent()),
        of.reading(Quantity.FAN_ENABLED, fan.enabled()),
        of.reading(Quantity.FAN_FAULT, fan.faultBit()),
        of.reading(Quantity.FAN_ALARM, fan.alarm()),
        of.flag(Quantity.FAN_OF_BOARD_MONITOR, BoardMonitors.listEmptyHeaders(fan.chip())));
  }

  static List<Reading> of(Sample.Temperature temperature) {
    var of = SampleReader.of(temperature);
    return List.of(
        of.reading(Quantity.TEMPERATURE_CELSIUS, temperature.celsius()),
        of.reading(Quantity.TEMPERATURE_MAX_CELSIUS, temperature.maxCelsius()),
        of.reading(Quantity.TEMPERATURE_CRIT_CELSIUS, temperature.critCelsius()),
        of.reading(Quantity.TEMPERATURE_CRIT_HYST_CELSIUS, temperature.critHystCelsius()),
        of.reading(Quantity.TEMPERATURE_CRIT_ALARM, temperature.critAlarm()),
        of.reading(Quantity.TEMPERATURE_FAULT, temperature.faultBit()),
        of.flag(Quantity.TEMPERATURE_OF_SOC, temperature.place() == Place.SOC),
        of.flag(Quantity.TEMPERATURE_OF_AMBIENT, temperature.place() == Place.AMBIENT),
        of.flag(Quantity.TEMPERATURE_IN_PROCESSOR, PROCESSOR_CHIPS.contains(temperature.chip())),
        of.flag(Quantity.TEMPERATURE_OF_BOARD_MONITOR, BoardMonitors.include(temperature.chip())),
        of.flag(
            Quantity.TEMPERATURE_NOT_MEASURED_YET,
            temperature.chip().equals(ONE_WIRE) && temperature.celsius().is(POWER_ON_CELSIUS)));
  }

  static List<Reading> of(Humidity humidity) {
    var of = SampleReader.of(humidity);
    return List.of(
        of.reading(Quantity.HUMIDITY_PERCENT, humidity.percent()),
        of.reading(Quantity.HUMIDITY_MIN_PERCENT, humidity.minPercent()),
        of.reading(Quantity.HUMIDITY_MAX_PERCENT, humidity.maxPercent()),
        of.reading(Quantity.HUMIDITY_ALARM, humidity.alarm()),
        of.reading(Quantity.HUMIDITY_FAULT, humidity.faultBit()));
  }

  static List<Reading> of(CoolingDevice device) {
    var of = SampleReader.of(device);
    return List.of(
        of.reading(Quantity.COOLING_STATE, device.state()),
        of.reading(Quantity.COOLING_MAX_STATE, device.maxState()));
  }

  static List<Reading> of(Throttling throttling) {
    var of = SampleReader.of(throttling);
    return List.of(
        of.reading(Quantity.THROTTLE_COUNT, throttling.count()),
        of.reading(Quantity.THROTTLE_ACTIVE, throttling.active()));
  }
}
