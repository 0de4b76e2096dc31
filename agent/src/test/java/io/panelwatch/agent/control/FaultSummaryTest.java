package io.panelwatch.agent.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Resolution;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Standing;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FaultSummaryTest {

  @Test
  void faultThatHasEndedDoesNotSayForEverThatItsAlarmIsPutAside() {
    assertEquals(
        Optional.of(new FaultSummary.PutAside("ann", Optional.of("2026-03-01T10:00:00Z"))),
        FaultSummary.of(shelved(SampleFault.FAN_STOPPED)).shelved());
    assertEquals(Optional.empty(), FaultSummary.of(shelved(SampleFault.FAN_CLEARED)).shelved());
  }

  @Test
  void whatIsKnownOfAFaultGoesOverTheSocketWhole() {
    var worked = Standing.NEW.withVisit(Optional.of("v-1")).withFlapping(true).withLatched(true);
    var cycle = new DtcEntry.Cycle("boot", 3, true, false);
    var remembered = new DtcEntry("FAN-201", "fan1", 7, 2, "f-1", 40, cycle, true, false);
    FaultSummary fault =
        FaultSummary.whole(SampleFault.withFrame().with(worked), Optional.of(remembered));

    assertEquals(List.of(fault), FaultJson.readAll(FaultSummary.toJson(List.of(fault))));
    assertTrue(fault.latched() && fault.flapping());
    assertEquals(Optional.of("v-1"), fault.visit());
    assertEquals(Optional.of(new MemorySummary(7, 2, 40, true)), fault.memory());
    FrameSummary frame = fault.freezeFrame().orElseThrow();
    assertEquals("2026-03-01T07:59:56Z", frame.before().getFirst().at());
    assertEquals(OptionalDouble.of(2_390), frame.before().getFirst().reading().value());
    assertEquals(OptionalDouble.of(0), frame.raw().getFirst().value());
  }

  @Test
  void whoHasSignedItOffGoesOverTheSocketAndStaysWhenItEnds() {
    var ann = new Actor(Actor.Kind.BUTTONS, "");
    var at = new Stamp(Instant.parse("2026-03-01T08:00:00Z"), true, "boot", 300_000);
    var how = new Resolution(ann, Optional.of(at), "cleaned", "fan 40 mm", true, false);
    FaultSummary fault =
        FaultSummary.of(SampleFault.FAN_STOPPED.with(Standing.NEW.withResolution(how)));
    FaultSummary read = FaultJson.readAll(FaultSummary.toJson(List.of(fault))).getFirst();

    assertEquals(fault, read);
    assertEquals(
        Optional.of(
            new FaultSummary.SignedOff(
                "buttons",
                Optional.of("2026-03-01T08:00:00Z"),
                true,
                "cleaned",
                "fan 40 mm",
                true,
                false)),
        read.ended(Optional.empty()).resolution());
  }

  @Test
  void listLeavesTheFreezeFramesOut() {
    FaultSummary fault = FaultSummary.of(SampleFault.withFrame());
    assertEquals(Optional.empty(), fault.freezeFrame());
    assertFalse(fault.toJson().contains("freezeFrame"));
  }

  private static Fault shelved(Fault fault) {
    var at = new Stamp(Instant.parse("2026-03-01T08:00:00Z"), true, "boot", 300_000);
    var ann = new Actor(Actor.Kind.SHELL, "ann");
    var shelf =
        new Shelf(fault.code(), fault.component(), at, Optional.of(Duration.ofHours(2)), ann);
    return fault.with(Standing.NEW.withShelf(Optional.of(shelf)));
  }
}
