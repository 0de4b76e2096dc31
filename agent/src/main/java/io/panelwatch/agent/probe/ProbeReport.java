package io.panelwatch.agent.probe;

import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.health.Reading;
import java.util.List;

/**
 * What a probe run found.
 *
 * @param readings of the last sample, in the board's order
 * @param faults after the last sample, confirmed ones before pending ones
 */
public record ProbeReport(List<Reading> readings, List<ProbeFault> faults) {

  public ProbeReport {
    readings = List.copyOf(readings);
    faults = List.copyOf(faults);
  }

  /** Whether a confirmed fault is that bad or worse. */
  public boolean hasConfirmed(Severity severity) {
    return faults.stream()
        .anyMatch(
            fault ->
                fault.state() == ProbeFault.State.CONFIRMED
                    && fault.severity().compareTo(severity) <= 0);
  }
}
