package io.panelwatch.agent.inspection;

import io.panelwatch.agent.config.InspectionSettings;
import io.panelwatch.agent.config.InspectionSettings.Item;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Stamp;
import java.util.List;
import java.util.Optional;

/**
 * What is inspected on a board, as of one moment. Immutable.
 *
 * @param settings how often
 * @param latest when each item was looked at last
 * @param time how long the agent has run
 * @param active the active faults
 */
public record Inspections(
    InspectionSettings settings,
    List<InspectionRecord> latest,
    RunningTime time,
    List<Fault> active) {

  public Inspections {
    latest = List.copyOf(latest);
    active = List.copyOf(active);
  }

  /** When each item is due, in the order of the schedule. */
  public List<InspectionDue> due() {
    return settings.items().entrySet().stream()
        .filter(item -> item.getValue().isOn())
        .map(item -> due(item.getKey(), item.getValue()))
        .toList();
  }

  private InspectionDue due(Item item, InspectionSettings.Every every) {
    Optional<InspectionRecord> last =
        latest.stream().filter(done -> done.item().equals(item.text())).findFirst();
    return InspectionDue.of(item, every, last, time, active);
  }

  /**
   * Somebody has looked at something.
   *
   * @param text as the configuration names it; empty is the answer where nothing of that name is
   *     inspected here
   */
  public Optional<InspectionRecord> done(String text, Stamp at, Actor by) {
    return due().stream()
        .map(InspectionDue::item)
        .filter(item -> item.text().equals(text))
        .findFirst()
        .map(item -> done(item, at, by));
  }

  private InspectionRecord done(Item item, Stamp at, Actor by) {
    return new InspectionRecord(
        item.text(), at, by, time.today(), time.hours(), Wear.of(item, active));
  }

  /** What was looked at on a day that was not known then, and is now. */
  public List<InspectionRecord> dated() {
    return latest.stream()
        .filter(done -> done.day().isEmpty())
        .flatMap(done -> time.dayAt(done.runningHours()).map(done::on).stream())
        .toList();
  }
}
