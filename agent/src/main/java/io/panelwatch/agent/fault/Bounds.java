package io.panelwatch.agent.fault;

import java.util.OptionalDouble;

/**
 * A limit that the component itself gives, as a chip gives its critical temperature. It takes the
 * place of the catalogue's number, and a configured one takes its place.
 *
 * @param side on which side of {@code raise} the trouble lies
 * @param raise the condition is there at or past this
 * @param clear the condition is gone at or past this on the other side; empty where only leaving
 *     {@code raise} is asked for
 */
public record Bounds(Level.Side side, double raise, OptionalDouble clear) {

  /** Too much from {@code raise} on, until it is down to {@code clear}. */
  public static Bounds high(double raise, double clear) {
    return new Bounds(Level.Side.HIGH, raise, OptionalDouble.of(clear));
  }

  /** Too little from {@code raise} down, until it is up to {@code clear}. */
  public static Bounds low(double raise, double clear) {
    return new Bounds(Level.Side.LOW, raise, OptionalDouble.of(clear));
  }

  /**
   * A level of this limit. Chips give any numbers, so none is refused: a {@code clear} past {@code
   * raise} is taken as no hysteresis.
   */
  public Level on(Level level) {
    return new Level(
        side, OptionalDouble.of(raise), sane(), level.severity(), level.publicImpact());
  }

  private OptionalDouble sane() {
    if (clear.isEmpty()) {
      return clear;
    }
    double end = clear.getAsDouble();
    boolean healthySide = side == Level.Side.HIGH ? end <= raise : end >= raise;
    return healthySide ? clear : OptionalDouble.empty();
  }
}
