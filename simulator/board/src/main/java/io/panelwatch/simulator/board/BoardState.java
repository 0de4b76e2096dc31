package io.panelwatch.simulator.board;

import io.panelwatch.hal.Sample.PowerSupply.Status;
import java.util.Map;

/**
 * The whole simulated board at one instant, as its sensors would tell it, noise included.
 *
 * @param fans by {@link Component#FAN1} and {@link Component#FAN2}
 * @param rails by the three rails
 * @param disks by the two disks
 */
record BoardState(
    Map<Component, Fan> fans,
    Soc soc,
    Power power,
    Map<Component, Rail> rails,
    Map<Component, Disk> disks,
    Link link,
    Peripherals peripherals) {

  Fan fan(Component part) {
    return of(fans, part);
  }

  Rail rail(Component part) {
    return of(rails, part);
  }

  Disk disk(Component part) {
    return of(disks, part);
  }

  private static <T> T of(Map<Component, T> states, Component part) {
    T state = states.get(part);
    if (state == null) {
      throw new IllegalArgumentException(part + " is none of " + states.keySet());
    }
    return state;
  }

  /**
   * @param stopped held by hand
   * @param rpm what the tachometer counts
   * @param targetRpm what the PWM asks for
   */
  record Fan(boolean stopped, double rpm, double targetRpm, double pwmPercent) {}

  /**
   * @param held set by hand, not by the physics
   */
  record Soc(double celsius, boolean held) {}

  record Power(boolean mainsOnline, double batteryPercent, Status batteryStatus) {}

  /**
   * @param held set by hand, not by the physics
   */
  record Rail(double milliVolts, double minMilliVolts, double maxMilliVolts, boolean held) {}

  record Disk(double usedPercent, double fillPercentPerHour) {}

  /**
   * @param carrierChanges how often the carrier came or went
   */
  record Link(boolean up, long carrierChanges) {}

  /**
   * @param certificateDays until it ends, negative afterwards
   * @param driveErrors requests that have failed since the board began
   * @param raidMissing how many of its disks the array lacks
   * @param powerFailing the supply of the cabinet says so
   */
  record Peripherals(
      double memoryAvailablePercent,
      double certificateDays,
      boolean driveOnline,
      long driveErrors,
      int raidMissing,
      boolean printerAttached,
      boolean serviceFailed,
      boolean powerFailing) {}
}
