package io.panelwatch.agent.report;

import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.List;

/**
 * What the board is made of, as {@code up/inventory} tells it.
 *
 * @param components what is measured
 * @param panel the display's profile, or empty where there is none
 * @param software name and version of what runs: {@code panelwatch 0.1.0}
 */
public record Inventory(List<Component> components, String panel, List<String> software) {

  /** Something that is measured, under the name that faults give it. */
  public record Component(SensorFamily family, String name) {}

  public Inventory {
    components = List.copyOf(components);
    software = List.copyOf(software);
  }

  /** What a scan has seen. */
  public static Inventory of(Scan scan, String panel, List<String> software) {
    List<Component> seen = scan.readings().stream().map(Inventory::componentOf).distinct().toList();
    return new Inventory(seen, panel, software);
  }

  private static Component componentOf(Reading reading) {
    return new Component(reading.quantity().family(), reading.component());
  }
}
