package io.panelwatch.agent.health;

import io.panelwatch.hal.Intrusion;
import io.panelwatch.hal.ServiceUnit;
import io.panelwatch.hal.Ups;
import io.panelwatch.hal.UsbDevice;
import java.util.List;

/** What is around the board and on it because somebody put it there: devices, services, a UPS. */
final class PeripheralReadings {

  private PeripheralReadings() {}

  static List<Reading> of(UsbDevice device) {
    return List.of(SampleReader.of(device).reading(Quantity.USB_ATTACHED, device.attached()));
  }

  static List<Reading> of(Intrusion contact) {
    return List.of(SampleReader.of(contact).reading(Quantity.INTRUSION_ALARM, contact.alarm()));
  }

  static List<Reading> of(ServiceUnit unit) {
    var of = SampleReader.of(unit);
    return List.of(
        of.reading(Quantity.UNIT_FAILED, unit.failed()),
        of.reading(Quantity.UNIT_ALIVE, unit.alive()));
  }

  /** A UPS is a supply as well, and is judged as one: its battery runs low as any other does. */
  static List<Reading> of(Ups ups) {
    var of = SampleReader.of(ups);
    return List.of(
        of.reading(Quantity.UPS_ANSWERING, ups.answering()),
        of.reading(Quantity.SUPPLY_DISCHARGING, ups.onBattery()),
        of.reading(Quantity.SUPPLY_SAYS_LOW, ups.lowBattery()),
        of.reading(Quantity.SUPPLY_CAPACITY_PERCENT, ups.chargePercent()),
        of.reading(Quantity.SUPPLY_HEALTH_GOOD, ups.batteryGood()),
        of.flag(Quantity.SUPPLY_IS_UPS, true),
        of.flag(Quantity.SUPPLY_IS_BATTERY, true));
  }
}
