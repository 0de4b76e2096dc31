package io.panelwatch.agent.metrics;

import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.health.SourceState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A scan as OpenMetrics 1.0 text (the specification of that name, section "Text format").
 *
 * <pre>
 *   # TYPE panelwatch_fan_rpm gauge
 *   # UNIT panelwatch_fan_rpm rpm
 *   # HELP panelwatch_fan_rpm fan.rpm
 *   panelwatch_fan_rpm{component="fan1"} 1200.0
 * </pre>
 *
 * <p>A quantity is a metric by its own name with its base unit behind it, a component a label. Only
 * good readings are told: what is stale or failed is missing, as who asks expects it, and {@code
 * panelwatch_source_answered} and {@code panelwatch_source_age_seconds} tell why a whole family is.
 * A single reading that failed is told by the fault AGT-A01 alone; faults are not told here.
 */
public final class MetricsText {

  private static final double NANOS_IN_A_SECOND = 1e9;

  /**
   * What a unit of a quantity is told in.
   *
   * @param word as it is written in a metric's name; empty for a number without a unit
   * @param divisor so many of the quantity's unit are one of it
   */
  private record Unit(String word, double divisor) {}

  /** By UCUM's abbreviations: base units, and a ratio for a percentage, as OpenMetrics asks. */
  private static final Map<String, Unit> UNITS =
      Map.ofEntries(
          Map.entry("Cel", new Unit("celsius", 1)),
          Map.entry("%", new Unit("ratio", 100)),
          Map.entry("By", new Unit("bytes", 1)),
          Map.entry("s", new Unit("seconds", 1)),
          Map.entry("us", new Unit("seconds", 1e6)),
          Map.entry("mV", new Unit("volts", 1000)),
          Map.entry("mA", new Unit("amperes", 1000)),
          Map.entry("W", new Unit("watts", 1)),
          Map.entry("J", new Unit("joules", 1)),
          Map.entry("Mbit/s", new Unit("megabits_per_second", 1)),
          Map.entry("/d", new Unit("per_day", 1)),
          Map.entry("bool", new Unit("", 1)),
          Map.entry("1", new Unit("", 1)));

  private final StringBuilder text = new StringBuilder(4096);

  private MetricsText() {}

  /**
   * Writes what is known.
   *
   * @param scan the latest one; empty before the first
   * @param version of this program
   */
  public static String of(Optional<Scan> scan, String version) {
    var metrics = new MetricsText();
    metrics.text.append("# TYPE panelwatch_build info\n");
    metrics.sample("panelwatch_build_info", "version", version, 1);
    scan.ifPresent(metrics::sources);
    scan.ifPresent(metrics::readings);
    return metrics.text.append("# EOF\n").toString();
  }

  /** The name of a quantity's metric, without the {@code _total} of a counter's sample. */
  static String name(Quantity quantity) {
    String name = "panelwatch_" + quantity.text().replaceAll("[^a-zA-Z0-9]", "_");
    String unit = unit(quantity).word();
    return unit.isEmpty() || name.endsWith("_" + unit) ? name : name + "_" + unit;
  }

  private static Unit unit(Quantity quantity) {
    Unit known = UNITS.get(quantity.unit());
    return known != null
        ? known
        : new Unit(quantity.unit().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"), 1);
  }

  private void sources(Scan scan) {
    gauge(
        "panelwatch_source_read_seconds",
        "seconds",
        "how long reading all of a family took",
        scan,
        source -> source.tookNanos() / NANOS_IN_A_SECOND);
    gauge(
        "panelwatch_source_age_seconds",
        "seconds",
        "how old the readings of a family are",
        scan,
        source -> source.ageNanos(scan.monotonicNanos()) / NANOS_IN_A_SECOND);
    gauge(
        "panelwatch_source_answered",
        "",
        "1 where a family could be read when it was last tried",
        scan,
        source -> source.answered() ? 1 : 0);
  }

  private void gauge(
      String name, String unit, String help, Scan scan, ToDoubleFunction<SourceState> value) {
    head(name, "gauge", unit, help);
    for (SourceState source : scan.sources()) {
      String family = source.family().name().toLowerCase(Locale.ROOT);
      sample(name, "family", family, value.applyAsDouble(source));
    }
  }

  private void readings(Scan scan) {
    Map<Quantity, List<Reading>> byQuantity = new EnumMap<>(Quantity.class);
    for (Reading reading : scan.readings()) {
      if (isTold(reading)) {
        byQuantity.computeIfAbsent(reading.quantity(), q -> new ArrayList<>()).add(reading);
      }
    }
    byQuantity.forEach(this::quantity);
  }

  private static boolean isTold(Reading reading) {
    return reading.good()
        && reading.mayBeTold()
        && Double.isFinite(reading.value().orElse(Double.NaN));
  }

  /** Only what never falls, but for beginning anew, may be told as a counter. */
  private void quantity(Quantity quantity, List<Reading> readings) {
    String name = name(quantity);
    Unit unit = unit(quantity);
    boolean counter = quantity.beginsAnew();
    head(name, counter ? "counter" : "gauge", unit.word(), quantity.text());
    for (Reading reading : readings) {
      sample(
          counter ? name + "_total" : name,
          "component",
          reading.component(),
          reading.value().orElseThrow() / unit.divisor());
    }
  }

  private void head(String name, String type, String unit, String help) {
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    if (!unit.isEmpty()) {
      text.append("# UNIT ").append(name).append(' ').append(unit).append('\n');
    }
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
  }

  private void sample(String name, String label, String labelled, double value) {
    text.append(name).append('{').append(label).append("=\"");
    text.append(labelled.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
    text.append("\"} ").append(value).append('\n');
  }
}
