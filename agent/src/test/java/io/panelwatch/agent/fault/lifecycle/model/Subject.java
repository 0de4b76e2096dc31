package io.panelwatch.agent.fault.lifecycle.model;

import static io.panelwatch.agent.fault.Ne107.FAILURE;
import static io.panelwatch.agent.fault.Ne107.FUNCTION_CHECK;
import static io.panelwatch.agent.fault.Ne107.MAINTENANCE;
import static io.panelwatch.agent.fault.Ne107.OUT_OF_SPECIFICATION;
import static io.panelwatch.agent.fault.Severity.CRITICAL;
import static io.panelwatch.agent.fault.Severity.MAJOR;
import static io.panelwatch.agent.fault.Severity.MINOR;

/** What the stories are about: one code of each kind, in the order in which faults are listed. */
public enum Subject {
  /** PWR-101: 3 times in 10 min, or 10 s; 30 min clean. */
  UNDERVOLTAGE(
      "PWR-101", "board", Law.delays(OUT_OF_SPECIFICATION, 10, 1800, MAJOR).orTimes(3, 600)),
  /** FAN-201: 30 s, 60 s. A cause. */
  FAN_STOPPED("FAN-201", "fan1", Law.delays(FAILURE, 30, 60, CRITICAL)),
  /** FAN-203: 10 s, 60 s. Nothing special about it. */
  FAN_FAULT("FAN-203", "fan1", Law.delays(FAILURE, 10, 60, MAJOR)),
  /** TMP-301: 60 s, twice that. A symptom of the stopped fan. */
  HEAT("TMP-301", "soc", Law.delays(OUT_OF_SPECIFICATION, 60, 120, MINOR).symptomOf(FAN_STOPPED)),
  /** TMP-302: 10 s, twice that. Told during a visit as well. */
  CRITICAL_HEAT("TMP-302", "soc", Law.delays(FAILURE, 10, 20, CRITICAL).toldAlways()),
  /** TMP-306: 5 reads, 5 good ones. */
  NONSENSE("TMP-306", "soc", Law.delays(FUNCTION_CHECK, 0, 0, MINOR).reads(5)),
  /** DSK-401: 1 min, twice that, two levels. */
  SPACE("DSK-401", "board", Law.delays(MAINTENANCE, 60, 120, MINOR, MAJOR)),
  /** DSK-403: at once, until it is acknowledged and writable. A cause. */
  READ_ONLY("DSK-403", "board", Law.delays(FAILURE, 0, 0, CRITICAL).untilAcknowledged()),
  /** MEM-502: at once, until it is acknowledged. */
  OUT_OF_MEMORY("MEM-502", "board", Law.delays(FAILURE, 0, 0, MAJOR).untilAcknowledged()),
  /** DSP-703: at once, both ways. */
  PANEL_FROZEN("DSP-703", "board", Law.delays(FAILURE, 0, 0, MAJOR)),
  /** AGT-A04: at once, both ways. A symptom of the disk that has become read-only. */
  STORE_FAILED("AGT-A04", "board", Law.delays(FAILURE, 0, 0, MAJOR).symptomOf(READ_ONLY));

  private final String code;
  private final String component;

  @SuppressWarnings("ImmutableEnumChecker") // Its lists are immutable; the type cannot say so.
  private final Law law;

  Subject(String code, String component, Law law) {
    this.code = code;
    this.component = component;
    this.law = law;
  }

  /** The catalogue's code. */
  public String code() {
    return code;
  }

  /** Of what it is; faults of one component are of the same thing. */
  public String component() {
    return component;
  }

  /** What is taken away with it: all that faults of its kind are found of on its component. */
  String place() {
    return code.substring(0, code.indexOf('-')) + " " + component;
  }

  /** What the table of faults says of it. */
  public Law law() {
    return law;
  }
}
