package io.panelwatch.agent.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.store.TestFaults;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FaultTest {

  private static final Instant LATER = Instant.parse("2026-03-01T09:00:00Z");
  private static final Actor ANN = new Actor(Actor.Kind.BUTTONS, "ann");
  private static final Standing SEEN =
      new Standing(
          false,
          false,
          Optional.of(new Acknowledged(ANN, new Stamp(LATER, true, "boot-1", 7_200_000))),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private final Fault fault = TestFaults.stoppedFan("f-1", 1, true);

  @Test
  void standingIsAPartOfTheSameRevision() {
    assertEquals(SEEN, fault.with(SEEN).standing());
    assertEquals(fault, fault.with(SEEN).with(Standing.NEW));
    Fault over = fault.cleared(LATER);
    assertEquals(over, over.with(SEEN).with(Standing.NEW));
  }

  @Test
  void neitherAnotherLevelNorTheEndForgetsWhoHasSeenIt() {
    var level =
        new Level(
            Level.Side.HIGH,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Severity.MINOR,
            PublicImpact.DEGRADED);

    Fault updated = fault.updated(LATER, level, fault.limit(), Optional.of("f-0"), SEEN);
    Fault cleared = fault.with(SEEN).cleared(LATER);

    assertEquals(SEEN, updated.standing());
    assertEquals(SEEN, cleared.standing());
  }
}
