package io.panelwatch.simulator.board;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The SoC's heat and the two fans that carry it away.
 *
 * <pre>
 *   celsius -> PWM control -> fan speed -> air flow -> conductance -> celsius
 *
 *   C dT/dt = P - G (T - ambient)          first order, one heat capacity
 *   G       = G still + G flow * flow      conductance to the air
 *   flow    = mean(speed) - 0.38 * |speed1 - speed2|
 * </pre>
 *
 * <p>The last term is the air that comes back through a fan that turns slower than the other: a
 * stopped fan is a hole beside the running one, so one fan alone carries far less than half. With
 * these numbers the SoC rests at about 53 C with both fans at 60 %, at 77 to 81 C with one stopped,
 * and near 95 C with none; it passes 75 C within two minutes of a fan's stop.
 */
final class Cooling {

  private static final double AMBIENT_CELSIUS = 25;
  private static final double RESTING_CELSIUS = 53;
  private static final double HEAT_WATTS = 8;
  private static final double CAPACITY_JOULES_PER_KELVIN = 6.7;
  private static final double STILL_WATTS_PER_KELVIN = 0.114;
  private static final double FLOW_WATTS_PER_KELVIN = 0.286;
  private static final double RECIRCULATION = 0.38;

  /** The load breathes by this share over this time, as a kiosk's does. */
  private static final double LOAD_SWING = 0.03;

  private static final double LOAD_PERIOD_SECONDS = 300;

  private static final double FULL_RPM = 3000;
  private static final double SPIN_SECONDS = 1.5;

  /** Below this a tachometer gives no pulse within its gate time. */
  private static final double LEAST_COUNTED_RPM = 60;

  private static final double PWM_LEAST = 0.3;
  private static final double PWM_FROM_CELSIUS = 40;
  private static final double PWM_FULL_CELSIUS = 70;

  private static final class Fan {
    boolean stopped;

    /** Of full speed, 0..1. */
    double speed = pwm(RESTING_CELSIUS);
  }

  private final Map<Component, Fan> fans = new EnumMap<>(Component.class);
  private double celsius = RESTING_CELSIUS;
  private OptionalDouble heldAt = OptionalDouble.empty();

  Cooling() {
    fans.put(Component.FAN1, new Fan());
    fans.put(Component.FAN2, new Fan());
  }

  void step(double seconds, double atSeconds) {
    for (Fan fan : fans.values()) {
      double target = fan.stopped ? 0 : pwm(celsius);
      fan.speed += (target - fan.speed) * (1 - Math.exp(-seconds / SPIN_SECONDS));
    }
    double load = 1 + LOAD_SWING * Math.sin(2 * Math.PI * atSeconds / LOAD_PERIOD_SECONDS);
    double conductance = STILL_WATTS_PER_KELVIN + FLOW_WATTS_PER_KELVIN * flow();
    double carriedAway = conductance * (celsius - AMBIENT_CELSIUS);
    celsius += seconds * (HEAT_WATTS * load - carriedAway) / CAPACITY_JOULES_PER_KELVIN;
    celsius = heldAt.orElse(celsius);
  }

  void stop(Component fan, boolean stopped) {
    fan(fan).stopped = stopped;
  }

  void hold(OptionalDouble at) {
    heldAt = at;
    celsius = at.orElse(celsius);
  }

  /** Without noise. */
  BoardState.Soc soc() {
    return new BoardState.Soc(celsius, heldAt.isPresent());
  }

  /** Without noise. */
  BoardState.Fan state(Component part) {
    Fan fan = fan(part);
    double rpm = fan.speed * FULL_RPM;
    double pwm = pwm(celsius);
    return new BoardState.Fan(
        fan.stopped, rpm < LEAST_COUNTED_RPM ? 0 : rpm, pwm * FULL_RPM, pwm * 100);
  }

  /** How hard both fans are driven, 0..1: what they take from the 12 V rail. */
  double drive() {
    return pwm(celsius);
  }

  private Fan fan(Component part) {
    Fan fan = fans.get(part);
    if (fan == null) {
      throw new IllegalArgumentException(part + " is no fan");
    }
    return fan;
  }

  private double flow() {
    double first = fan(Component.FAN1).speed;
    double second = fan(Component.FAN2).speed;
    return (first + second) / 2 - RECIRCULATION * Math.abs(first - second);
  }

  private static double pwm(double celsius) {
    double rise = (celsius - PWM_FROM_CELSIUS) / (PWM_FULL_CELSIUS - PWM_FROM_CELSIUS);
    return Math.clamp(PWM_LEAST + (1 - PWM_LEAST) * rise, PWM_LEAST, 1);
  }
}
