package io.panelwatch.simulator.board;

import io.panelwatch.hal.Sample.PowerSupply.Status;
import java.util.EnumMap;
import java.util.Map;

/**
 * Mains, the battery that takes over, and the three rails that hang on both.
 *
 * <p>On battery the charge lasts about 20 minutes; on mains it comes back in 40. The 12 V rail sags
 * with what the fans draw and, on battery, with the charge that is gone; the other rails are
 * regulated from it and follow by a little. None leaves its limits by sagging alone. An empty
 * battery does not switch the board off: the fault must still be seen.
 */
final class Supply {

  private static final double DRAIN_PERCENT_PER_SECOND = 100 / (20 * 60.0);
  private static final double CHARGE_PERCENT_PER_SECOND = 100 / (40 * 60.0);

  /** Rails may be off by this share of nominal: what ATX and most chips allow. */
  private static final double TOLERANCE = 0.05;

  private static final double DROP_ON_BATTERY = 0.012;
  private static final double DROP_WHEN_EMPTY = 0.018;
  private static final double DROP_BY_FANS = 0.008;

  /** What of a drop comes through to the regulated rails. */
  private static final double BEHIND_REGULATOR = 0.2;

  private static final Map<Component, Double> NOMINAL_MILLIVOLTS =
      Map.of(Component.RAIL_12V, 12_000.0, Component.RAIL_5V, 5_050.0, Component.RAIL_3V3, 3_305.0);

  private final Map<Component, Double> held = new EnumMap<>(Component.class);
  private boolean mainsOnline = true;
  private double batteryPercent = 100;

  void step(double seconds) {
    double change = mainsOnline ? CHARGE_PERCENT_PER_SECOND : -DRAIN_PERCENT_PER_SECOND;
    batteryPercent = Math.clamp(batteryPercent + seconds * change, 0, 100);
  }

  void mains(boolean online) {
    mainsOnline = online;
  }

  void battery(double percent) {
    batteryPercent = percent;
  }

  void hold(Component rail, double milliVolts) {
    held.put(rail, milliVolts);
  }

  void release(Component rail) {
    held.remove(rail);
  }

  BoardState.Power power() {
    return new BoardState.Power(mainsOnline, batteryPercent, status());
  }

  /**
   * Without noise.
   *
   * @param fanDrive how hard the fans are driven, 0..1
   */
  BoardState.Rail rail(Component rail, double fanDrive) {
    Double nominal = NOMINAL_MILLIVOLTS.get(rail);
    if (nominal == null) {
      throw new IllegalArgumentException(rail + " is no rail");
    }
    Double byHand = held.get(rail);
    return new BoardState.Rail(
        byHand == null ? nominal * (1 - drop(rail, fanDrive)) : byHand,
        nominal * (1 - TOLERANCE),
        nominal * (1 + TOLERANCE),
        byHand != null);
  }

  private double drop(Component rail, double fanDrive) {
    double drop = DROP_BY_FANS * fanDrive;
    if (!mainsOnline) {
      drop += DROP_ON_BATTERY + DROP_WHEN_EMPTY * (1 - batteryPercent / 100);
    }
    return rail == Component.RAIL_12V ? drop : drop * BEHIND_REGULATOR;
  }

  private Status status() {
    if (!mainsOnline) {
      return Status.DISCHARGING;
    }
    return batteryPercent >= 100 ? Status.FULL : Status.CHARGING;
  }
}
