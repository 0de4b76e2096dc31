package io.panelwatch.agent.health;

import io.panelwatch.hal.SensorFamily;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that was known of the board at one moment. Immutable. */
public final class Scan {

  private final Instant wall;
  private final boolean wallTrusted;
  private final long monotonicNanos;
  private final List<Reading> readings;
  private final List<SourceState> sources;
  private final Set<SensorFamily> asked;
  private final Map<SensorFamily, List<Component>> components;
  private final Set<SensorFamily> answered;

  /**
   * A scan.
   *
   * @param wall the wall clock's stamp
   * @param wallTrusted whether that stamp may be believed
   * @param monotonicNanos the same moment for durations
   * @param readings in the stable order of the board's sources and components
   * @param sources how each source fared, in the board's order
   * @param asked the families that were asked for it; of the others it holds what an earlier scan
   *     has read
   */
  public Scan(
      Instant wall,
      boolean wallTrusted,
      long monotonicNanos,
      List<Reading> readings,
      List<SourceState> sources,
      Set<SensorFamily> asked) {
    this.wall = wall;
    this.wallTrusted = wallTrusted;
    this.monotonicNanos = monotonicNanos;
    this.readings = List.copyOf(readings);
    this.sources = List.copyOf(sources);
    this.asked = Set.copyOf(asked);
    this.components = components(this.readings);
    this.answered = answered(this.sources);
  }

  /** A scan for which everything was asked. */
  public Scan(
      Instant wall,
      boolean wallTrusted,
      long monotonicNanos,
      List<Reading> readings,
      List<SourceState> sources) {
    this(wall, wallTrusted, monotonicNanos, readings, sources, EnumSet.allOf(SensorFamily.class));
  }

  /** A scan of which only the readings are known. */
  public Scan(Instant wall, boolean wallTrusted, long monotonicNanos, List<Reading> readings) {
    this(wall, wallTrusted, monotonicNanos, readings, List.of());
  }

  /** Every rule asks for components, most of them for the same ones: they are put together once. */
  private static Map<SensorFamily, List<Component>> components(List<Reading> readings) {
    var byFamily = new EnumMap<SensorFamily, Map<String, List<Reading>>>(SensorFamily.class);
    for (Reading reading : readings) {
      byFamily
          .computeIfAbsent(reading.quantity().family(), family -> new LinkedHashMap<>())
          .computeIfAbsent(reading.component(), name -> new ArrayList<>())
          .add(reading);
    }
    var components = new EnumMap<SensorFamily, List<Component>>(SensorFamily.class);
    byFamily.forEach(
        (family, byName) ->
            components.put(
                family,
                byName.entrySet().stream()
                    .map(entry -> new Component(family, entry.getKey(), entry.getValue()))
                    .toList()));
    return components;
  }

  private static Set<SensorFamily> answered(List<SourceState> sources) {
    var answered = EnumSet.noneOf(SensorFamily.class);
    for (SourceState source : sources) {
      if (source.answered()) {
        answered.add(source.family());
      }
    }
    return answered;
  }

  /** The wall clock's stamp. */
  public Instant wall() {
    return wall;
  }

  /** Whether the wall clock's stamp may be believed. */
  public boolean wallTrusted() {
    return wallTrusted;
  }

  /** The moment of the scan, for durations. */
  public long monotonicNanos() {
    return monotonicNanos;
  }

  /** All readings, in the stable order of the board's sources and components. */
  public List<Reading> readings() {
    return readings;
  }

  /** How each source fared, in the board's order. */
  public List<SourceState> sources() {
    return sources;
  }

  /** The components of one family with all their readings, in the scan's order. */
  public List<Component> components(SensorFamily family) {
    return components.getOrDefault(family, List.of());
  }

  /** The families that were asked for this scan. */
  public Set<SensorFamily> asked() {
    return asked;
  }

  /** Where a family is looked for; empty where nobody looks. */
  public String lookedIn(SensorFamily family) {
    return sources.stream()
        .filter(source -> source.family() == family)
        .map(SourceState::path)
        .findFirst()
        .orElse("");
  }

  /** Whether that family is known as it is now, so that what is not listed is not there. */
  public boolean answered(SensorFamily family) {
    return answered.contains(family);
  }
}
