package io.panelwatch.agent.fault.lifecycle.model;

import static io.panelwatch.agent.fault.Severity.CRITICAL;
import static io.panelwatch.agent.fault.Severity.MAJOR;
import static io.panelwatch.agent.fault.Severity.MINOR;

/** What the stories are about: one code of each kind, in the order in which faults are listed. */
public enum Subject {
  /** PWR-101: 3 times in 10 min, or 10 s; 30 min clean. */
  UNDERVOLTAGE("PWR-101", Law.delays(10, 1800, MAJOR).orTimes(3, 600)),
  /** FAN-201: 30 s, 60 s. A cause. */
  FAN_STOPPED("FAN-201", Law.delays(30, 60, CRITICAL)),
  /** FAN-203: 10 s, 60 s. Nothing special about it. */
  FAN_FAULT("FAN-203", Law.delays(10, 60, MAJOR)),
  /** TMP-301: 60 s, twice that. A symptom of the stopped fan. */
  HEAT("TMP-301", Law.delays(60, 120, MINOR).symptomOf(FAN_STOPPED)),
  /** TMP-306: 5 reads, 5 good ones. */
  NONSENSE("TMP-306", Law.delays(0, 0, MINOR).reads(5)),
  /** DSK-401: 1 min, twice that, two levels. */
  SPACE("DSK-401", Law.delays(60, 120, MINOR, MAJOR)),
  /** DSK-403: at once, until it is acknowledged and writable. A cause. */
  READ_ONLY("DSK-403", Law.delays(0, 0, CRITICAL).untilAcknowledged()),
  /** MEM-502: at once, until it is acknowledged. */
  OUT_OF_MEMORY("MEM-502", Law.delays(0, 0, MAJOR).untilAcknowledged()),
  /** DSP-703: at once, both ways. */
  PANEL_FROZEN("DSP-703", Law.delays(0, 0, MAJOR)),
  /** AGT-A04: at once, both ways. A symptom of the disk that has become read-only. */
  STORE_FAILED("AGT-A04", Law.delays(0, 0, MAJOR).symptomOf(READ_ONLY));

  private final String code;

  @SuppressWarnings("ImmutableEnumChecker") // Its lists are immutable; the type cannot say so.
  private final Law law;

  Subject(String code, Law law) {
    this.code = code;
    this.law = law;
  }

  /** The catalogue's code. */
  public String code() {
    return code;
  }

  /** What the table of faults says of it. */
  public Law law() {
    return law;
  }
}
