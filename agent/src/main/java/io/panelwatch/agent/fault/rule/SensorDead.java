package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.health.SourceState;
import io.panelwatch.hal.SensorFamily;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * AGT-A01: a sensor exists and cannot be read.
 *
 * <p>A component is named where one of its attributes fails. A family is named where its source
 * fails as a whole, or hangs: its components are then not judged one by one, because they all fail
 * for the same reason. Families that are not of boards have faults of their own, but for lines that
 * are opened by name.
 */
final class SensorDead implements Rule {

  static final String CODE = "AGT-A01";

  private static final List<SensorFamily> FAMILIES =
      Stream.concat(SensorFamily.ofBoards().stream(), Stream.of(SensorFamily.POWER_FAIL_LINES))
          .toList();

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    List<Finding> findings = new ArrayList<>();
    Map<SensorFamily, SourceState> silent = silent(scan);
    for (SensorFamily family : FAMILIES) {
      Optional<SourceState> whole = Optional.ofNullable(silent.get(family));
      whole.ifPresent(source -> findings.add(ofFamily(source, limits)));
      Verdict each = whole.isPresent() ? Verdict.HOLD : Verdict.RAISE;
      for (Component component : scan.components(family)) {
        failed(component).ifPresent(read -> findings.add(of(component, read, each, limits)));
      }
    }
    return findings;
  }

  /** Only what fails is found: everything else was read, is gone, or belongs to a silent source. */
  @Override
  public Verdict ofVanished(Scan scan) {
    return Verdict.CLEAR;
  }

  private static Map<SensorFamily, SourceState> silent(Scan scan) {
    var silent = new EnumMap<SensorFamily, SourceState>(SensorFamily.class);
    for (SourceState source : scan.sources()) {
      if (!source.answered() && source.outcome() != SourceState.Outcome.NOT_READ) {
        silent.putIfAbsent(source.family(), source);
      }
    }
    return silent;
  }

  /** Every reading of every scan comes by here. */
  private static Optional<Reading> failed(Component component) {
    for (Reading reading : component.readings()) {
      if (reading.quality() == Quality.FAILED) {
        return Optional.of(reading);
      }
    }
    return Optional.empty();
  }

  private static Finding ofFamily(SourceState source, Limits limits) {
    String name = source.family().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String told =
        source.outcome() == SourceState.Outcome.HUNG
            ? source.path() + ": does not answer"
            : told(source.path(), source.errno());
    return Finding.plain(
        source.family(),
        name,
        limits.of(CODE, name),
        Verdict.RAISE,
        OptionalDouble.empty(),
        told,
        List.of());
  }

  private static Finding of(Component component, Reading read, Verdict verdict, Limits limits) {
    return Finding.plain(
        component,
        limits.of(CODE, component.name()),
        verdict,
        OptionalDouble.empty(),
        told(read.source(), read.errno()));
  }

  private static String told(String path, int errno) {
    return errno == 0 ? path + ": no number" : "%s: errno %d".formatted(path, errno);
  }
}
