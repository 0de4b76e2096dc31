package io.panelwatch.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.agent.store.OutboxPlace;
import io.panelwatch.agent.store.TestDeeds;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people do, against an example that is written out in full. */
final class ServiceEventEncoderTest {

  private final ReportEncoder encoder = new ReportEncoder(Bench.PROFILE, new ManualClock());

  private static AuditEntry signedOff() {
    var lin = new Actor(Actor.Kind.SHELL, "lin");
    var action = new Action.Resolve("f-1", "cleaned", "Fan 60x60x15", false, lin);
    return AuditEntry.of(action, TestDeeds.AT, AuditEntry.DONE);
  }

  @Test
  void signOffIsTheCloudEventOfTheContract() throws IOException {
    String event = encoder.encode(signedOff(), new OutboxPlace(1_900_000_001, 8, true));

    try (var in = getClass().getResourceAsStream("service-signed-off.json")) {
      String golden = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(Json.parse(golden), Json.parse(event));
    }
  }

  @Test
  void whatIsAboutNothingHasNoSubjectAmongItsAttributes() {
    AuditEntry closed = TestDeeds.of("visit-close", "", "", "no-visit");

    Map<String, Object> event = Json.parse(encoder.encode(closed, new OutboxPlace(11, 1, false)));

    assertEquals("io.panelwatch.service.audit.v1", event.get("type"));
    assertFalse(event.containsKey("subject"), "CloudEvents 1.0, section 3.1.1: a non-empty text");
    Map<?, ?> data = (Map<?, ?>) event.get("data");
    assertEquals("no-visit", data.get("outcome"));
    assertEquals(false, data.get("durable"));
  }

  @Test
  void eventThatMovesChangesItsPlaceAndNothingElse() {
    String here = encoder.encode(signedOff(), new OutboxPlace(11, 7, true));
    String there = encoder.encode(signedOff(), new OutboxPlace(12, 1, true));

    assertEquals(Json.parse(there), Json.parse(encoder.moved(here, 12, 1)));
  }
}
