package io.panelwatch.agent.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.RetestResult;
import io.panelwatch.agent.fault.Retested;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.lifecycle.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** As what the backend hears of what people do. */
final class ServiceEventTest {

  private static final Actor LIN = new Actor(Actor.Kind.SHELL, "lin");
  private static final Stamp AT =
      new Stamp(Instant.parse("2026-03-01T08:00:00Z"), true, "boot-1", 60_000);

  private static ServiceEvent done(Action action) {
    return ServiceEvent.of(AuditEntry.of(action, AT, AuditEntry.DONE));
  }

  @Test
  void whatTheBackendWaitsForHasANameOfItsOwn() {
    assertEquals(ServiceEvent.ACKNOWLEDGED, done(new Action.Acknowledge("f-1", LIN)));
    assertEquals(ServiceEvent.SIGNED_OFF, done(new Action.Resolve("f-1", "", "", false, LIN)));
    assertEquals(ServiceEvent.VISIT_OPENED, done(new Action.OpenVisit("v-1", Set.of(), LIN)));
    assertEquals(ServiceEvent.VISIT_CLOSED, done(new Action.CloseVisit(LIN)));
    var drill = new Action.BeginDrill("FAN-201", "fan1", Duration.ofMinutes(1), LIN);
    assertEquals(ServiceEvent.DRILL_BEGUN, done(drill));
    assertEquals(ServiceEvent.DRILL_ENDED, done(new Action.EndDrill(LIN)));
    assertEquals(
        ServiceEvent.INSPECTED,
        ServiceEvent.of(AuditEntry.of(new Action.Inspect("fans", LIN), AT, "done")));
  }

  @Test
  void everythingElseAndWhatWasRefusedIsAnAudit() {
    assertEquals(ServiceEvent.AUDIT, done(new Action.TakeOut("f-1", LIN)));
    assertEquals(ServiceEvent.AUDIT, done(new Action.Retest("f-1", LIN)), "it has only begun");
    var asked = new Action.Resolve("f-1", "cleaned", "", false, LIN);
    for (String refused : new String[] {"already", "no-such-fault", AuditEntry.WRONG_CODE}) {
      assertEquals(ServiceEvent.AUDIT, ServiceEvent.of(AuditEntry.of(asked, AT, refused)));
    }
  }

  @Test
  void retestTellsWhatItCameToWhateverThatIs() {
    for (RetestResult result : RetestResult.values()) {
      var entry = AuditEntry.of(new Retested("v-1", "f-1", "FAN-201", "fan1", result, AT, LIN));
      assertEquals(ServiceEvent.RETESTED, ServiceEvent.of(entry));
      assertFalse(entry.outcome().isEmpty());
    }
    var failed = new Retested("v-1", "f-1", "FAN-201", "fan1", RetestResult.FAILED, AT, LIN);
    assertEquals(
        new AuditEntry(AT, LIN, "retested", "f-1", "v-1", "failed"), AuditEntry.of(failed));
  }
}
