package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Acknowledged;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.LimitOverride;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Acknowledging a fault, and faults that wait for it. */
final class LatchTest {

  private static final int OFF_DELAY = 60;
  private static final long FIRST_SCAN_MILLIS = 1_000;

  /** A latched code that is over after a minute. */
  private final Bench disk = new Bench(offDelayOf("DSK-403"));

  /** A latched code of two levels, of which each counts for an hour. */
  private final Bench memory = Bench.only("MEM-503");

  /** A code that is not latched. */
  private final Bench fans = Bench.only("FAN-201");

  private static Map<Limits.Scope, LimitOverride> offDelayOf(String code) {
    var minute =
        new LimitOverride(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.of(Duration.ofSeconds(OFF_DELAY)),
            Optional.empty(),
            Optional.empty());
    return Map.of(new Limits.Scope(code, Optional.empty()), minute);
  }

  @Test
  void latchedFaultWhoseConditionIsGoneWaitsToBeAcknowledgedAndSaysSo() {
    disk.readOnly("data", true).scan().readOnly("data", false).seconds(OFF_DELAY);
    assertEquals(List.of("RAISED DSK-403 data"), disk.story());

    disk.seconds(1);
    assertEquals(List.of("RAISED DSK-403 data", "UPDATED DSK-403 data"), disk.story());
    assertTrue(disk.active("DSK-403").standing().latched());
    assertTrue(disk.active("DSK-403").active());

    disk.hours(1);
    assertEquals(2, disk.story().size(), "however long it waits");
  }

  @Test
  void latchedFaultEndsWithItsAcknowledgementAtOnce() {
    disk.readOnly("data", true).scan().readOnly("data", false).seconds(OFF_DELAY + 1);

    disk.acknowledge(disk.active("DSK-403").faultId());

    assertEquals(
        List.of(
            "RAISED DSK-403 data",
            "UPDATED DSK-403 data",
            "ACKNOWLEDGED DSK-403 data",
            "CLEARED DSK-403 data"),
        disk.story());
    assertEquals(List.of(1, 2, 3, 4), disk.told.stream().map(t -> t.fault().rev()).toList());
    assertFalse(disk.told.getLast().fault().standing().latched());
    assertEquals(List.of(), disk.scan().last.active());
    assertEquals(List.of(), disk.last.transitions());
  }

  @Test
  void latchedFaultThatIsAcknowledgedFirstEndsAfterItsOffDelay() {
    disk.readOnly("data", true).scan();
    disk.acknowledge(disk.active("DSK-403").faultId());
    disk.readOnly("data", false).seconds(OFF_DELAY);
    assertEquals(List.of("RAISED DSK-403 data", "ACKNOWLEDGED DSK-403 data"), disk.story());

    disk.seconds(1);

    assertEquals("CLEARED DSK-403 data", disk.story().getLast());
  }

  @Test
  void offDelayRunsBesideTheWaitForAcknowledgement() {
    disk.readOnly("data", true).scan().readOnly("data", false).seconds(OFF_DELAY);
    disk.acknowledge(disk.active("DSK-403").faultId());
    disk.seconds(1);

    assertEquals("CLEARED DSK-403 data", disk.story().getLast());
  }

  @Test
  void latchedFaultWhoseConditionComesBackWaitsNoLonger() {
    disk.readOnly("data", true).scan().readOnly("data", false).hours(1);
    assertTrue(disk.active("DSK-403").standing().latched());

    disk.readOnly("data", true).seconds(1);

    assertFalse(disk.active("DSK-403").standing().latched());
    assertEquals(1, disk.last.active().size(), "the same episode");
  }

  @Test
  void faultThatBecomesWorseThanWasAcknowledgedIsToBeAcknowledgedAgain() {
    memory.memoryErrors(0, 0).scan().memoryErrors(0, 20).seconds(1);
    memory.acknowledge(memory.active("MEM-503").faultId());

    memory.memoryErrors(1, 20).seconds(1);

    Fault worse = memory.active("MEM-503");
    assertEquals(Severity.CRITICAL, worse.severity());
    assertEquals(Optional.empty(), worse.standing().acknowledged());
    memory.hours(3);
    assertTrue(memory.active("MEM-503").standing().latched());
  }

  @Test
  void faultThatBecomesMilderStaysAcknowledged() {
    memory.memoryErrors(0, 0).scan().memoryErrors(1, 20).seconds(1);
    memory.acknowledge(memory.active("MEM-503").faultId());

    memory.memoryErrors(1, 40).hours(1);

    assertEquals(Severity.MINOR, memory.active("MEM-503").severity());
    assertTrue(memory.active("MEM-503").standing().acknowledged().isPresent());
  }

  @Test
  void acknowledgementTellsWhoAndWhenAndEndsNothingThatIsStillThere() {
    fans.fan("fan1", 0).scan().seconds(30);
    fans.clock.advance(Duration.ofMillis(1_500));

    fans.acknowledge(fans.active("FAN-201").faultId()).seconds(100);

    FaultTransition told = fans.lastTold().orElseThrow();
    assertEquals(FaultTransition.Kind.ACKNOWLEDGED, told.kind());
    assertEquals(Bench.TECHNICIAN, told.by());
    assertEquals(FIRST_SCAN_MILLIS + 31_500, told.at().uptimeMillis());
    assertEquals(told.at().wall(), told.fault().last());
    assertEquals(
        Optional.of(new Acknowledged(Bench.TECHNICIAN, told.at())),
        fans.active("FAN-201").standing().acknowledged());
  }

  @Test
  void secondAcknowledgementChangesNothing() {
    fans.fan("fan1", 0).scan().seconds(30);
    String faultId = fans.active("FAN-201").faultId();
    fans.acknowledge(faultId);

    var again = new Action.Acknowledge(faultId, new Actor(Actor.Kind.BUTTONS, ""));

    assertEquals(new Outcome.Already(), fans.tried(again));
    assertEquals(List.of(), fans.scan().last.transitions());
  }

  @Test
  void whatIsNoActiveFaultCannotBeAcknowledged() {
    fans.fan("fan1", 0).scan().seconds(30);
    String faultId = fans.active("FAN-201").faultId();
    fans.fan("fan1", 1200).seconds(61);

    assertEquals(
        new Outcome.Refused(Outcome.Why.NO_SUCH_FAULT),
        fans.tried(new Action.Acknowledge(faultId, Bench.TECHNICIAN)));
  }

  @Test
  void latchedFaultOfACodeThatIsSwitchedOffEndsUnseen() {
    disk.readOnly("data", true).scan().readOnly("data", false).seconds(OFF_DELAY + 1);

    Bench without = Bench.only("FAN-201").resume(disk.last.active()).scan().seconds(1);

    assertEquals("CLEARED DSK-403 data", without.story().getLast());
  }

  @Test
  void latchedFaultStillWaitsAfterARestart() {
    disk.readOnly("data", true).scan().readOnly("data", false).seconds(OFF_DELAY + 1);

    Bench after = new Bench(offDelayOf("DSK-403")).resume(disk.last.active());
    after.readOnly("data", false).scan().seconds(2 * OFF_DELAY);

    assertEquals(List.of(), after.story());
    after.acknowledge(after.active("DSK-403").faultId());
    assertEquals(List.of("ACKNOWLEDGED DSK-403 data", "CLEARED DSK-403 data"), after.story());
  }

  @Test
  void acknowledgementIsKnownAfterARestart() {
    disk.readOnly("data", true).scan();
    disk.acknowledge(disk.active("DSK-403").faultId()).scan();

    Bench after = new Bench(offDelayOf("DSK-403")).resume(disk.last.active());
    after.readOnly("data", false).scan().seconds(OFF_DELAY);

    assertEquals(List.of("CLEARED DSK-403 data"), after.story());
  }
}
