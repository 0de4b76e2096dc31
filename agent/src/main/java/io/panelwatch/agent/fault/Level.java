package io.panelwatch.agent.fault;

import java.util.OptionalDouble;

/**
 * One step of a fault: from which value on, and how bad it then is. Most codes have one; DSK-401
 * has two.
 *
 * @param side on which side of {@code raise} the trouble lies
 * @param raise the condition is there at or past this; empty where the source is a plain yes or no
 * @param clear the condition is gone at or past this on the other side; empty where there is no
 *     hysteresis
 * @param severity of a fault at this level
 * @param publicImpact of a fault at this level
 */
public record Level(
    Side side,
    OptionalDouble raise,
    OptionalDouble clear,
    Severity severity,
    PublicImpact publicImpact) {

  /** Where the trouble lies. */
  public enum Side {
    /** Too much: a temperature. */
    HIGH,
    /** Too little: a speed. */
    LOW
  }

  /**
   * Checks that the hysteresis lies on the healthy side.
   *
   * @throws IllegalArgumentException when {@code clear} is past {@code raise}, or has none
   */
  public Level {
    if (clear.isPresent()) {
      double gap = clear.getAsDouble() - raise.orElseThrow(() -> noRaise());
      if (side == Side.HIGH ? gap > 0 : gap < 0) {
        throw new IllegalArgumentException(
            "clear %s is on the wrong side of raise %s: it must be %s"
                .formatted(
                    clear.getAsDouble(),
                    raise.getAsDouble(),
                    side == Side.HIGH ? "lower or equal" : "higher or equal"));
      }
    }
  }

  private static IllegalArgumentException noRaise() {
    return new IllegalArgumentException("a clear limit needs a raise limit");
  }

  /** Whether that value is at or past the limit. */
  public boolean raisedBy(double value) {
    return raise.isPresent() && atOrPast(value, raise.getAsDouble(), side);
  }

  /** Whether that value is at or past the hysteresis, on the healthy side. */
  public boolean clearedBy(double value) {
    if (clear.isEmpty()) {
      return !raisedBy(value);
    }
    return atOrPast(value, clear.getAsDouble(), side == Side.HIGH ? Side.LOW : Side.HIGH);
  }

  private static boolean atOrPast(double value, double bound, Side side) {
    return side == Side.HIGH ? value >= bound : value <= bound;
  }
}
