package io.panelwatch.agent.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.agent.store.AuditPage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people did reaches the client as the daemon knows it. */
class DeedListingTest {

  private static final AuditPage PAGE =
      new AuditPage(
          List.of(
              new AuditEntry(
                  new Stamp(Instant.parse("2026-03-01T08:00:00Z"), false, "boot", 300),
                  new Actor(Actor.Kind.BUTTONS, ""),
                  "acknowledge",
                  "f-1",
                  "",
                  "done"),
              new AuditEntry(
                  new Stamp(Instant.parse("2026-03-01T07:00:00Z"), true, "boot", 300),
                  new Actor(Actor.Kind.BACKEND, "mei"),
                  "shelve",
                  "f-2",
                  "PT2H",
                  "no-such-fault")),
          Map.of("f-1", new AuditPage.Dtc("FAN-201", "fan1")),
          true,
          Optional.of("damaged"));

  @TempDir private Path run;

  @Test
  @SuppressWarnings("try") // The server is there to answer, not to be called.
  void everyFieldComesThroughTheSocketAndTheLimitIsBounded() throws IOException {
    ControlHandler answers =
        new ScriptedAnswers() {
          @Override
          public AuditPage audit(int limit) {
            assertEquals(2, limit);
            return PAGE;
          }
        };
    try (var server = ControlServer.start(run, answers)) {
      var client = new ControlClient(run);

      DeedListing told = client.audit(2);

      assertEquals(DeedListing.of(PAGE), told);
      assertEquals(Optional.empty(), told.deeds().getFirst().by());
      assertEquals("buttons", told.deeds().getFirst().from());
      assertEquals(
          List.of(new DeedSummary.Named("f-1", "FAN-201", "fan1")),
          told.deeds().getFirst().faults());
      assertEquals(List.of(), told.deeds().getLast().faults());
      var tooMany = assertThrows(IOException.class, () -> client.audit(1001));
      assertTrue(tooMany.getMessage().contains("1 to 1000"), tooMany::toString);
    }
  }
}
