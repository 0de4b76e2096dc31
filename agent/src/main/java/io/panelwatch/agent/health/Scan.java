package io.panelwatch.agent.health;

import io.panelwatch.hal.SensorFamily;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Everything that was known of the board at one moment.
 *
 * @param wall the wall clock's stamp
 * @param wallTrusted whether that stamp may be believed
 * @param monotonicNanos the same moment for durations
 * @param readings in the stable order of the board's sources and components
 * @param sources how each source fared, in the board's order
 */
public record Scan(
    Instant wall,
    boolean wallTrusted,
    long monotonicNanos,
    List<Reading> readings,
    List<SourceState> sources) {

  public Scan {
    readings = List.copyOf(readings);
    sources = List.copyOf(sources);
  }

  /** A scan of which only the readings are known. */
  public Scan(Instant wall, boolean wallTrusted, long monotonicNanos, List<Reading> readings) {
    this(wall, wallTrusted, monotonicNanos, readings, List.of());
  }

  /** The components of one family with all their readings, in the scan's order. */
  public List<Component> components(SensorFamily family) {
    var byName = new LinkedHashMap<String, List<Reading>>();
    for (Reading reading : readings) {
      if (reading.quantity().family() == family) {
        byName.computeIfAbsent(reading.component(), name -> new ArrayList<>()).add(reading);
      }
    }
    return byName.entrySet().stream()
        .map(entry -> new Component(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Whether that family is known as it is now, so that what is not listed is not there. */
  public boolean answered(SensorFamily family) {
    return sources.stream().anyMatch(s -> s.family() == family && s.answered());
  }
}
