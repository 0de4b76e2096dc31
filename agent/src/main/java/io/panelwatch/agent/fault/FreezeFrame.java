package io.panelwatch.agent.fault;

import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What was known when a condition was first seen (the freeze frame of ISO 14229).
 *
 * @param before the component's readings of the minute before, oldest first, bounded
 * @param raw every reading of the component at first sight
 */
public record FreezeFrame(List<Before> before, List<Reading> raw) {

  /** One earlier moment. */
  public record Before(Instant wall, Reading reading) {}

  public FreezeFrame {
    before = List.copyOf(before);
    raw = List.copyOf(raw);
  }

  /** A quantity at first sight, of every component that belonged to the case. */
  public List<Reading> raw(Quantity quantity) {
    return raw.stream().filter(reading -> reading.quantity() == quantity).toList();
  }

  /** What a quantity of a component was at first sight; empty where it was not known. */
  public OptionalDouble value(Quantity quantity, String component) {
    return raw(quantity).stream()
        .filter(reading -> reading.component().equals(component))
        .flatMapToDouble(reading -> reading.value().stream())
        .findFirst();
  }

  /** Whether a quantity of a component was that number at first sight, or in the minute before. */
  public boolean was(Quantity quantity, String component, double number) {
    return Stream.concat(before.stream().map(Before::reading), raw.stream())
        .filter(reading -> reading.quantity() == quantity)
        .filter(reading -> reading.component().equals(component))
        .anyMatch(reading -> reading.value().orElse(Double.NaN) == number);
  }
}
