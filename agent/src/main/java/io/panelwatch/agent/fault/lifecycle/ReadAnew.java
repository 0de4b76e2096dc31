package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.rule.Finding;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.health.SourceState;
import io.panelwatch.hal.SensorFamily;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which families a scan has read, and of which it holds what an earlier scan read: an event wakes
 * the sources that it concerns and no others. Codes that count reads must not count those twice.
 * Immutable.
 *
 * @param readNanos when each family was last read, in the board's time
 * @param notRead what the latest scan has not read itself
 */
record ReadAnew(Map<SensorFamily, Long> readNanos, Set<SensorFamily> notRead) {

  /** Before the first scan. */
  static final ReadAnew NOTHING = new ReadAnew(Map.of(), Set.of());

  /** After another scan. A source that fails was asked, and one without a time may have been. */
  ReadAnew next(Scan scan) {
    var times = new EnumMap<SensorFamily, Long>(SensorFamily.class);
    var old = EnumSet.noneOf(SensorFamily.class);
    for (SourceState source : scan.sources()) {
      Long before = readNanos.get(source.family());
      times.put(source.family(), source.readNanos());
      if (source.answered()
          && source.readNanos() != 0
          && before != null
          && before == source.readNanos()) {
        old.add(source.family());
      }
    }
    return new ReadAnew(times, old);
  }

  /** Whether what was found is of the latest scan. */
  boolean of(Optional<Finding> finding) {
    return finding.stream()
        .flatMap(found -> found.evidence().stream())
        .findFirst()
        .map(reading -> !notRead.contains(reading.quantity().family()))
        .orElse(true);
  }
}
