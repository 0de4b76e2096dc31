package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.service.AuditEntry;
import java.time.Instant;

/** What people do, for tests. */
public final class TestDeeds {

  /** An hour and a minute after the board was switched on. */
  public static final Stamp AT =
      new Stamp(Instant.parse("2026-03-01T08:01:00Z"), true, "boot-1", 3_660_000);

  private static final Actor LIN = new Actor(Actor.Kind.SHELL, "lin");

  private TestDeeds() {}

  /** Lin has taken note of a fault. */
  public static AuditEntry acknowledged(String faultId) {
    return of("acknowledge", faultId, "", AuditEntry.DONE);
  }

  /** Anything that lin did, or tried to do. */
  public static AuditEntry of(String action, String subject, String detail, String outcome) {
    return new AuditEntry(AT, LIN, action, subject, detail, outcome);
  }
}
