package io.panelwatch.agent.probe;

import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.fault.Text;

/**
 * A fault that the samples of a probe run mean.
 *
 * @param code {@code FAN-201}
 * @param component of what
 * @param severity as configured
 * @param state whether the samples reach over its on-delay
 * @param symptom one sentence
 * @param source the file or device that told
 */
public record ProbeFault(
    String code, String component, Severity severity, State state, Text symptom, String source) {

  /** How sure the samples are. */
  public enum State {
    PENDING,
    CONFIRMED
  }
}
