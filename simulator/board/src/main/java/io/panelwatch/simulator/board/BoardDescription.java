package io.panelwatch.simulator.board;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The board's state as nested maps of names, numbers, flags and texts: what any JSON writer takes.
 */
final class BoardDescription {

  private BoardDescription() {}

  static Map<String, Map<String, Object>> of(
      BoardState state, SensorGate gate, SimulatedPanel lcd, boolean clockSynchronised) {
    Map<String, Map<String, Object>> board = new LinkedHashMap<>();
    for (Component part : Component.values()) {
      Map<String, Object> attributes = attributes(part, state, lcd, clockSynchronised);
      attributes.put("sensor", gate.describe(part));
      board.put(part.id(), attributes);
    }
    return board;
  }

  private static Map<String, Object> attributes(
      Component part, BoardState state, SimulatedPanel lcd, boolean clockSynchronised) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    switch (part) {
      case FAN1, FAN2 -> {
        BoardState.Fan fan = state.fan(part);
        attributes.put("stopped", fan.stopped());
        attributes.put("rpm", rounded(fan.rpm()));
        attributes.put("targetRpm", rounded(fan.targetRpm()));
        attributes.put("pwmPercent", rounded(fan.pwmPercent()));
      }
      case MAINS -> attributes.put("online", state.power().mainsOnline());
      case BATTERY -> {
        attributes.put("percent", rounded(state.power().batteryPercent()));
        attributes.put("status", state.power().batteryStatus().name());
      }
      case RAIL_12V, RAIL_5V, RAIL_3V3 -> {
        attributes.put("milliVolts", rounded(state.rail(part).milliVolts()));
        attributes.put("held", state.rail(part).held());
      }
      case SOC -> {
        attributes.put("celsius", rounded(state.soc().celsius()));
        attributes.put("held", state.soc().held());
      }
      case DISK1, DISK2 -> {
        attributes.put("usedPercent", rounded(state.disk(part).usedPercent()));
        attributes.put("fillPercentPerHour", state.disk(part).fillPercentPerHour());
      }
      case LINK -> {
        attributes.put("up", state.link().up());
        attributes.put("carrierChanges", state.link().carrierChanges());
      }
      case CERTIFICATE ->
          attributes.put("daysLeft", rounded(state.peripherals().certificateDays()));
      case PRINTER -> attributes.put("attached", state.peripherals().printerAttached());
      case SERVICE -> attributes.put("failed", state.peripherals().serviceFailed());
      case DRIVE -> {
        attributes.put("online", state.peripherals().driveOnline());
        attributes.put("ioErrors", state.peripherals().driveErrors());
      }
      case RAID -> attributes.put("missingDisks", state.peripherals().raidMissing());
      case MEMORY ->
          attributes.put("availablePercent", rounded(state.peripherals().memoryAvailablePercent()));
      case POWER_FAIL -> attributes.put("active", state.peripherals().powerFailing());
      case CLOCK -> attributes.put("synchronised", clockSynchronised);
      case LCD -> {
        SimulatedPanel.Counters counters = lcd.counters();
        attributes.put("module", lcd.module());
        attributes.put("powered", counters.powered());
        attributes.put("on", counters.displayOn());
        attributes.put("backlightPercent", counters.backlightPercent());
        attributes.put("bytes", counters.bytes());
        attributes.put("violations", counters.violations());
        attributes.put("firstViolation", counters.firstViolation());
        attributes.putAll(lcd.glitches());
      }
    }
    return attributes;
  }

  /** One decimal: more is noise. */
  private static double rounded(double value) {
    return Math.rint(value * 10) / 10;
  }
}
