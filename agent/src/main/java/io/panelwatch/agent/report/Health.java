package io.panelwatch.agent.report;

import io.panelwatch.agent.fault.AlarmLoad;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.health.Scan;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code up/health} tells regularly.
 *
 * @param scan the latest readings
 * @param display counters of the display engine, by name: {@code framesSent}
 * @param alarms what the alarms of the last day ask of people
 * @param visit the service visit that is open
 * @param interval until the next one; the message expires after twice that
 */
public record Health(
    Scan scan,
    Map<String, Long> display,
    AlarmLoad alarms,
    Optional<Visit> visit,
    Duration interval) {

  public Health {
    display = Map.copyOf(display);
  }
}
