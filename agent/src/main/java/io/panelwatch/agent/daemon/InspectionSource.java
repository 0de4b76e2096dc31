package io.panelwatch.agent.daemon;

import io.panelwatch.hal.Inspection;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.util.List;

/**
 * When a person must look at what no sensor sees.
 *
 * @param book says so
 */
record InspectionSource(InspectionBook book) implements SensorSource {

  @Override
  public SensorFamily family() {
    return SensorFamily.INSPECTIONS;
  }

  @Override
  public String lookedIn() {
    return book.keptAt().toString();
  }

  @Override
  public boolean looksForAnything() {
    return !book.now().due().isEmpty();
  }

  @Override
  public List<Inspection> read() {
    return book.now().due().stream()
        .map(due -> new Inspection(due.item().text(), lookedIn(), Measured.of(due.overdueDays())))
        .toList();
  }
}
