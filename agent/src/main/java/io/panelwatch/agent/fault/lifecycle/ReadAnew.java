package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.health.SourceState;
import io.panelwatch.hal.SensorFamily;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the latest scan has read itself. Codes that count reads must count none twice: an event
 * wakes the sources that it concerns and no others, and what a helper polls every few minutes is
 * there in every scan between. Immutable.
 *
 * @param asked the families that were asked for the scan
 * @param read when each source was read last
 * @param unread the families of which no source was read since the scan before
 * @param polled when the components that say so were polled
 * @param again those of them that the scan before knew by the same poll
 */
record ReadAnew(
    Set<SensorFamily> asked,
    Map<SensorFamily, Long> read,
    Set<SensorFamily> unread,
    Map<Place, Double> polled,
    Set<Place> again) {

  /** A component of a family. */
  record Place(SensorFamily family, String component) {}

  /** Before the first scan. */
  static final ReadAnew NOTHING = new ReadAnew(Set.of(), Map.of(), Set.of(), Map.of(), Set.of());

  /** After another scan. */
  ReadAnew next(Scan scan) {
    var times = new HashMap<Place, Double>();
    var known = new HashSet<Place>();
    for (Reading reading : scan.readings()) {
      if (reading.quantity().isStamp() && reading.value().isPresent()) {
        var place = new Place(reading.quantity().family(), reading.component());
        double time = reading.value().getAsDouble();
        times.put(place, time);
        if (Double.valueOf(time).equals(polled.get(place))) {
          known.add(place);
        }
      }
    }
    var reads = new EnumMap<SensorFamily, Long>(SensorFamily.class);
    scan.sources().forEach(s -> reads.merge(s.family(), s.readNanos(), Math::max));
    return new ReadAnew(scan.asked(), reads, unread(scan, reads), times, known);
  }

  /**
   * A source that the scan was in too great a hurry for tells what it told before. One that fails
   * or hangs was tried.
   */
  private Set<SensorFamily> unread(Scan scan, Map<SensorFamily, Long> reads) {
    var unread = EnumSet.noneOf(SensorFamily.class);
    for (SourceState source : scan.sources()) {
      Long before = read.get(source.family());
      boolean timed = source.readNanos() != 0;
      if (timed
          && source.answered()
          && before != null
          && before.equals(reads.get(source.family()))) {
        unread.add(source.family());
      }
    }
    return unread;
  }

  /**
   * Whether what was found of a component, or that nothing was found of it, is of the latest scan's
   * own reads.
   *
   * @param family what is read to judge it; where that is not known every scan counts
   */
  boolean of(Optional<SensorFamily> family, String component) {
    return family
        .map(
            known ->
                asked.contains(known)
                    && !unread.contains(known)
                    && !again.contains(new Place(known, component)))
        .orElse(true);
  }
}
