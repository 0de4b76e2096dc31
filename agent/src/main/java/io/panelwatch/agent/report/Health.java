package io.panelwatch.agent.report;

import io.panelwatch.agent.fault.AlarmLoad;
import io.panelwatch.agent.health.Scan;
import java.time.Duration;
import java.util.Map;

/**
 * What {@code up/health} tells regularly.
 *
 * @param scan the latest readings
 * @param display counters of the display engine, by name: {@code framesSent}
 * @param alarms what the alarms of the last day ask of people
 * @param interval until the next one; the message expires after twice that
 */
public record Health(Scan scan, Map<String, Long> display, AlarmLoad alarms, Duration interval) {

  public Health {
    display = Map.copyOf(display);
  }
}
