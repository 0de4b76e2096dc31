package io.panelwatch.agent.health;

import io.panelwatch.hal.SensorFamily;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One component of the board in one scan: a fan, a supply, a file system.
 *
 * @param family what it belongs to
 * @param name as in its readings: {@code fan1}
 * @param readings all of them, at most one of each quantity
 */
public record Component(SensorFamily family, String name, List<Reading> readings) {

  public Component {
    readings = List.copyOf(readings);
  }

  /** The reading of one quantity, of whatever quality. */
  public Optional<Reading> reading(Quantity quantity) {
    for (Reading reading : readings) {
      if (reading.quantity() == quantity) {
        return Optional.of(reading);
      }
    }
    return Optional.empty();
  }

  /** The number that was read just now; empty when it was not, whatever was known before. */
  public OptionalDouble good(Quantity quantity) {
    return reading(quantity)
        .filter(Reading::good)
        .map(Reading::value)
        .orElse(OptionalDouble.empty());
  }

  /** Whether the quantity is there and could not be read this time. */
  public boolean silent(Quantity quantity) {
    return reading(quantity)
        .map(r -> r.quality() == Quality.STALE || r.quality() == Quality.FAILED)
        .orElse(false);
  }

  /** Whether the quantity was read just now and is that number. */
  public boolean is(Quantity quantity, double expected) {
    OptionalDouble value = good(quantity);
    return value.isPresent() && value.getAsDouble() == expected;
  }

  /** Whether the quantity was read just now and is above that number. */
  public boolean above(Quantity quantity, double bound) {
    OptionalDouble value = good(quantity);
    return value.isPresent() && value.getAsDouble() > bound;
  }

  /**
   * Whether the component is of that nature: a flag that was read as 1, now or before. What a thing
   * is does not change while it is silent.
   */
  public boolean isKnownAs(Quantity nature) {
    return reading(nature).map(r -> r.value().orElse(0) == 1).orElse(false);
  }
}
