package io.panelwatch.agent.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.PublicImpact;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What news make of the state. */
class DeviceStateFoldTest {

  private final FoldBench device = new FoldBench();

  @Test
  void worstFaultStandsFirstWhateverOrderItCameIn() {
    device.judged(
        FoldBench.fault("a", "DSK-401", Severity.MINOR),
        FoldBench.fault("b", "FAN-201", Severity.CRITICAL));
    assertEquals("FAN-201", device.state().active().getFirst().code());
  }

  @Test
  void drillStandsBelowAllThatIsReallyWrong() {
    device.judged(
        FoldBench.drill(FoldBench.fault("a", "FAN-201", Severity.CRITICAL)),
        FoldBench.fault("b", "DSK-401", Severity.MINOR));
    assertEquals("DSK-401", device.state().active().getFirst().code());
    assertEquals(Optional.of(Severity.MINOR), device.state().worst());
  }

  @Test
  void drillKeepsTheScreenLitAsWhatItPlays() {
    device.judged(FoldBench.drill(FoldBench.fault("a", "FAN-201", Severity.CRITICAL)));
    assertTrue(device.state().wantsAttention());
    assertEquals(Optional.empty(), device.state().worst());
  }

  @Test
  void lowerRevOfTheSameBackendIsDropped() {
    device.receive(device.queue(10, 5, "A042"));
    device.receive(device.queue(10, 4, "A041"));
    assertEquals("A042", device.state().queue().orElseThrow().serving().getFirst().ticket());
  }

  @Test
  void backendThatStartedAgainMayBeginAtRevOne() {
    device.receive(device.queue(10, 5, "A042"));
    device.receive(device.queue(11, 1, "B001"));
    device.receive(device.queue(10, 9, "A050"));
    assertEquals("B001", device.state().queue().orElseThrow().serving().getFirst().ticket());
  }

  @Test
  void queueIsFreshOnlyAsLongAsThatCanBeProved() {
    device.receive(device.queue(10, 1, "A042"));
    assertTrue(device.state().queueFresh(device.clock.wall()));
    device.clock.advance(Duration.ofSeconds(61));
    device.take(new Event.Tick());
    assertFalse(device.state().queueFresh(device.clock.wall()));
  }

  @Test
  void wallClockThatIsNotTrustedNeitherAgesNorRefreshesAQueue() {
    device.receive(device.queue(10, 1, "A042"));
    device.clock.trustWall(false);
    device.clock.stepWall(Duration.ofDays(3650));
    device.take(new Event.Tick());
    assertTrue(device.state().queueFresh(device.clock.wall()));
    device.clock.advance(Duration.ofSeconds(61));
    device.clock.stepWall(Duration.ofDays(-7300));
    device.take(new Event.Tick());
    assertFalse(device.state().queueFresh(device.clock.wall()));
  }

  @Test
  void publicImpactIsTheWorstOfThoseThatAreNotSymptoms() {
    Fault cause = FoldBench.fault("a", "FAN-201", Severity.CRITICAL);
    device.judged(cause);
    assertEquals(PublicImpact.NONE, device.state().publicImpact());
    device.judged(
        cause,
        FoldBench.impact(FoldBench.fault("b", "TMP-302", Severity.CRITICAL), Optional.of("a")));
    assertEquals(PublicImpact.NONE, device.state().publicImpact());
    device.judged(
        cause,
        FoldBench.impact(FoldBench.fault("b", "TMP-302", Severity.CRITICAL), Optional.empty()));
    assertEquals(PublicImpact.OUT_OF_SERVICE, device.state().publicImpact());
  }

  @Test
  void onlyAFaultOfMajorSeverityOrWorseWantsAttention() {
    device.judged(FoldBench.fault("a", "DSK-401", Severity.MINOR));
    assertFalse(device.state().wantsAttention());
    device.judged(
        FoldBench.fault("a", "DSK-401", Severity.MINOR),
        FoldBench.fault("b", "DSP-701", Severity.MAJOR));
    assertTrue(device.state().wantsAttention());
    device.judged(FoldBench.fault("c", "FAN-201", Severity.CRITICAL));
    assertTrue(device.state().wantsAttention());
  }

  @Test
  void faultWhoseAlarmIsPutAsideWantsNoAttentionAndThePublicFeelsItStill() {
    Fault hot =
        FoldBench.impact(FoldBench.fault("a", "TMP-302", Severity.CRITICAL), Optional.empty());
    var at = new Stamp(hot.first(), true, "boot", 0);
    for (Optional<Duration> time :
        List.of(Optional.of(Duration.ofHours(2)), Optional.<Duration>empty())) {
      var shelf = new Shelf("TMP-302", hot.component(), at, time, Actor.AGENT);
      device.judged(hot.with(Standing.NEW.withShelf(Optional.of(shelf))));
      assertFalse(device.state().wantsAttention());
      assertEquals(PublicImpact.OUT_OF_SERVICE, device.state().publicImpact());
    }
    device.judged(hot);
    assertTrue(device.state().wantsAttention());
  }

  @Test
  void ticketIsFoundByTheEpisodeItIsForAndGoesWhenTakenBack() {
    var ticket =
        new Ticket(10, 1, "T-1", List.of("a"), "open", Optional.empty(), Optional.empty(), "");
    device.take(new Event.TicketReceived(ticket));
    assertEquals("T-1", device.state().ticketOf("a").orElseThrow().id());
    assertTrue(device.state().ticketOf("b").isEmpty());
    device.take(new Event.TicketRemoved("T-1"));
    assertTrue(device.state().ticketOf("a").isEmpty());
  }
}
