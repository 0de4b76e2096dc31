package io.panelwatch.agent.service;

/**
 * What an {@link AuditEntry} tells the backend of ({@code up/service}). Whoever adds an action that
 * the backend waits for names it here; every other one is an {@link #AUDIT}.
 */
public enum ServiceEvent {
  /** Somebody has taken note of the fault that is the subject. */
  ACKNOWLEDGED("acknowledged"),
  /** A technician has signed off the repair of the fault that is the subject. */
  SIGNED_OFF("signed-off"),
  /** The retest of the fault that is the subject has come to its outcome. */
  RETESTED("retested"),
  /** A technician has begun to work; the subject is the visit. */
  VISIT_OPENED("visit-opened"),
  /** The work is done, or was forgotten; the subject is the visit. */
  VISIT_CLOSED("visit-closed"),
  /** A fault is raised by hand; the subject is its code and component. */
  DRILL_BEGUN("drill-begun"),
  /** Every drill is ended. */
  DRILL_ENDED("drill-ended"),
  /** Somebody has looked at what comes round by itself; the subject is the inspection. */
  INSPECTED("inspected"),
  /** Anything else that somebody did, and whatever was refused. */
  AUDIT("audit");

  private final String word;

  ServiceEvent(String word) {
    this.word = word;
  }

  /** As the event's type has it. */
  public String word() {
    return word;
  }

  /** What that entry tells of. */
  public static ServiceEvent of(AuditEntry entry) {
    if (entry.action().equals(AuditEntry.RETESTED)) {
      return RETESTED;
    }
    return entry.outcome().equals(AuditEntry.DONE) ? ofDone(entry.action()) : AUDIT;
  }

  private static ServiceEvent ofDone(String action) {
    return switch (action) {
      case "acknowledge" -> ACKNOWLEDGED;
      case "resolve" -> SIGNED_OFF;
      case "visit-open" -> VISIT_OPENED;
      case "visit-close" -> VISIT_CLOSED;
      case "drill" -> DRILL_BEGUN;
      case "drill-end" -> DRILL_ENDED;
      case AuditEntry.INSPECT -> INSPECTED;
      default -> AUDIT;
    };
  }
}
