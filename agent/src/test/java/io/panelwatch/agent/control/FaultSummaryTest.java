package io.panelwatch.agent.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultSummaryTest {

  @Test
  void faultThatHasEndedDoesNotSayForEverThatItsAlarmIsPutAside() {
    assertEquals(
        Optional.of(new FaultSummary.PutAside("ann", Optional.of("2026-03-01T10:00:00Z"))),
        FaultSummary.of(shelved(SampleFault.FAN_STOPPED)).shelved());
    assertEquals(Optional.empty(), FaultSummary.of(shelved(SampleFault.FAN_CLEARED)).shelved());
  }

  private static Fault shelved(Fault fault) {
    var at = new Stamp(Instant.parse("2026-03-01T08:00:00Z"), true, "boot", 300_000);
    var ann = new Actor(Actor.Kind.SHELL, "ann");
    var shelf =
        new Shelf(fault.code(), fault.component(), at, Optional.of(Duration.ofHours(2)), ann);
    return fault.with(Standing.NEW.withShelf(Optional.of(shelf)));
  }
}
