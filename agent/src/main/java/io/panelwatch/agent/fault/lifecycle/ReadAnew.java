package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.rule.Finding;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
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
 * @param polled when the components that say so were polled
 * @param again those of them that the scan before knew by the same poll
 */
record ReadAnew(Set<SensorFamily> asked, Map<Place, Double> polled, Set<Place> again) {

  /** A component of a family. */
  record Place(SensorFamily family, String component) {}

  /** Before the first scan. */
  static final ReadAnew NOTHING = new ReadAnew(Set.of(), Map.of(), Set.of());

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
    return new ReadAnew(scan.asked(), times, known);
  }

  /** Whether what was found is of the latest scan's own reads. */
  boolean of(Optional<Finding> finding) {
    return finding
        .map(
            found ->
                asked.contains(found.family())
                    && !again.contains(new Place(found.family(), found.component())))
        .orElse(true);
  }
}
